package uk.concordat.casework;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import uk.concordat.access.Action;
import uk.concordat.access.DataClass;
import uk.concordat.access.Requires;
import uk.concordat.audit.Change;
import uk.concordat.audit.Verb;
import uk.concordat.kernel.InvalidInput;
import uk.concordat.kernel.NotFound;
import uk.concordat.kernel.StaleVersion;
import uk.concordat.kernel.Strand;
import uk.concordat.referral.CaseworkReferral;
import uk.concordat.referral.Findings;

/**
 * The crimes that a police force records for a referral that it took on. Each method is one
 * transaction and asks one permission. All throw {@link NotFound} where the caller may not see the
 * referral or there is none; a change throws {@link uk.concordat.referral.GuardRefused} where it is
 * not theirs to work on, {@link uk.concordat.referral.ImpossibleMove} where it is not taken on, and
 * {@link StaleVersion} where somebody was faster.
 */
@ApplicationScoped
public class CrimeService {
  private static final int PARAGRAPH = 2_000;

  @Inject CrimeRepository crimes;
  @Inject CrimeRules rules;
  @Inject OutcomeRepository outcomes;
  @Inject Casework casework;
  @Inject Clock clock;
  @Inject Event<CrimeRecorded> recorded;

  /** The crimes of a referral: the sender's people see their numbers, the force all of them. */
  @Transactional
  @Requires(Action.SESSION_READ)
  public Crimes of(String reference) {
    return consulted(casework.read(reference, Action.REFERRAL_READ));
  }

  /**
   * Records a crime. The sender is told its number and day (D16), as far as an agreement lets it
   * through.
   *
   * @param version of the crimes, as the caller saw them
   * @throws InvalidInput with everything that is wrong
   */
  @Transactional
  @Requires(Action.CRIME_RECORD)
  public Crimes record(String reference, String version, CrimeContent content) {
    CaseworkReferral referral = ready(reference, version, Action.CRIME_RECORD);
    CrimeFormat format = format(referral);
    rules.findings(content, format, true).throwIfAny();
    CrimeContent kept = content.kept(format.shape());
    crimes
        .add(referral, kept, casework.caller(), clock.instant())
        .orElseThrow(() -> new InvalidInput("reference", "recorded-already"));
    agreeWithOutcome(referral, kept);
    casework.append(
        referral, Verb.COLLECT, Action.CRIME_RECORD, List.of(DataClass.D5), new Change(null, kept));
    casework.tell(
        referral,
        Action.CRIME_RECORD,
        new Change(null, List.of(kept.reference(), kept.recordedOn().toString())));
    recorded.fire(new CrimeRecorded(referral.id(), kept.reportedOn()));
    return consulted(referral);
  }

  /**
   * Records a crime as hate on another strand, or says that it was a mistake to record it on one:
   * thin evidence is no mistake (domain.md 1.2).
   *
   * @param version of the crimes, as the caller saw them
   * @param mistake why it was a mistake; null to record it
   * @throws InvalidInput where it is recorded already, or does not stand
   */
  @Transactional
  @Requires(Action.CRIME_RECORD)
  public Crimes restrand(
      String reference, String version, UUID crime, Strand strand, String mistake) {
    CaseworkReferral referral = ready(reference, version, Action.CRIME_RECORD);
    CrimeDetail detail = find(referral, crime).detail();
    var findings = new Findings();
    findings.required(strand, "strand");
    findings.add(strand == Strand.UNK, "strand", "unknown");
    findings.add(mistake != null && mistake.isBlank(), "mistake", "required");
    findings.typed(PARAGRAPH, mistake, "mistake");
    findings.throwIfAny();
    var standing =
        detail.strands().stream().filter(one -> one.stands() && one.strand() == strand).findFirst();
    boolean done =
        mistake == null
            ? crimes.add(referral, crime, strand, casework.caller(), clock.instant())
            : standing
                .filter(one -> crimes.mistaken(one, mistake, casework.caller(), clock.instant()))
                .isPresent();
    if (!done) {
      throw new InvalidInput("strand", mistake == null ? "recorded-already" : "not-recorded");
    }
    casework.append(
        referral,
        Verb.ALTER,
        Action.CRIME_RECORD,
        List.of(DataClass.D5),
        mistake == null ? new Change(null, strand) : new Change(strand, mistake));
    return consulted(referral);
  }

  /** A crime of the referral, where the caller sees its detail. */
  Crime find(CaseworkReferral referral, UUID crime) {
    return crimes.of(referral.id()).stream()
        .filter(one -> one.id().equals(crime) && one.detail() != null)
        .findFirst()
        .orElseThrow(NotFound::new);
  }

  /** How the force numbers its crimes. */
  CrimeFormat format(CaseworkReferral referral) {
    return crimes
        .format(referral.to())
        .orElseThrow(() -> new InvalidInput("reference", "no-format"));
  }

  /** Refuses a crime that the outcome which stands cannot be of. */
  void agreeWithOutcome(CaseworkReferral referral, CrimeContent crime) {
    outcomes.of(referral.id()).stream()
        .filter(one -> one.current() && one.code() != null)
        .findFirst()
        .ifPresent(
            one -> OutcomeRules.check(one, outcomes.fields(one.code(), referral.id()), crime));
  }

  /**
   * The referral, for whoever does this on its crimes and saw what there is; nobody else changes it
   * until the transaction ends.
   */
  CaseworkReferral ready(String reference, String version, Action action) {
    CaseworkReferral referral = casework.worked(reference, action, Casework.TAKEN_ON);
    if (!crimes.hold(referral.id()) || !version(crimes.of(referral.id())).equals(version)) {
      throw new StaleVersion(action.code(), referral.id());
    }
    return referral;
  }

  /** All crimes of the referral that the database shows. */
  List<Crime> all(CaseworkReferral referral) {
    return crimes.of(referral.id());
  }

  /** What the caller sees of them, which is in the ledger. */
  Crimes consulted(CaseworkReferral referral) {
    Crimes seen = view(referral);
    casework.shown(referral, classes(seen));
    return seen;
  }

  /** What the caller sees of them. */
  Crimes view(CaseworkReferral referral) {
    List<Crime> all = crimes.of(referral.id());
    List<Crime> seen =
        referral.shows(DataClass.D5)
            ? all
            : referral.feedback() ? all.stream().map(CrimeService::told).toList() : List.of();
    Optional<CrimeFormat> format = crimes.format(referral.to());
    boolean records =
        format.isPresent() && casework.may(referral, Action.CRIME_RECORD, Casework.TAKEN_ON);
    return new Crimes(
        referral.reference(),
        version(seen),
        seen,
        records ? rules.proposed(referral) : null,
        records ? format.get().example() : null);
  }

  /** The classes of what is shown. */
  static Set<DataClass> classes(Crimes seen) {
    Set<DataClass> classes = EnumSet.of(seen.crimes().isEmpty() ? DataClass.D1 : DataClass.D16);
    if (seen.crimes().stream().anyMatch(crime -> crime.detail() != null)) {
      classes.add(DataClass.D5);
    }
    return classes;
  }

  private static Crime told(Crime crime) {
    return new Crime(crime.id(), crime.reference(), crime.force(), crime.recordedOn(), null, null);
  }

  private static String version(List<Crime> seen) {
    List<CrimeStrand> strands =
        seen.stream()
            .filter(crime -> crime.detail() != null)
            .flatMap(crime -> crime.detail().strands().stream())
            .toList();
    int added =
        seen.stream()
            .filter(crime -> crime.detail() != null)
            .map(Crime::detail)
            .mapToInt(one -> one.versions().size() + one.outcomes().size() + one.merges().size())
            .sum();
    String numbers =
        seen.stream()
            .map(crime -> crime.reference() + crime.recordedOn())
            .collect(Collectors.joining());
    return "%d.%d.%d.%d.%x"
        .formatted(
            seen.size(),
            strands.size(),
            strands.stream().filter(strand -> !strand.stands()).count(),
            added,
            numbers.hashCode());
  }
}
