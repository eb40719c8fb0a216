package uk.concordat.casework;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import uk.concordat.access.Action;
import uk.concordat.access.DataClass;
import uk.concordat.access.Requires;
import uk.concordat.audit.Change;
import uk.concordat.audit.Verb;
import uk.concordat.kernel.InvalidInput;
import uk.concordat.kernel.NotFound;
import uk.concordat.referral.CaseworkReferral;
import uk.concordat.referral.ReferralState;

/**
 * What came of the prosecution, passed on to whoever started it: the line of the result and no more
 * (D16), as far as an agreement lets it back. Each method is one transaction and asks one
 * permission; they throw what {@link CrimeService} throws.
 */
@ApplicationScoped
public class ResultService {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final String OF_PROSECUTORS = "CPS_";

  @Inject ResultRepository results;
  @Inject OutcomeRepository outcomes;
  @Inject Casework casework;
  @Inject Clock clock;

  /** What was passed on, for whoever sees what the force says to the sender. */
  @Transactional
  @Requires(Action.SESSION_READ)
  public Results of(String reference) {
    return consulted(casework.read(reference, Action.REFERRAL_READ));
  }

  /**
   * Says to which file the referral led and, where an outcome of it stands, passes that on. It is
   * not, where no agreement lets feedback back, whoever started it is not there any more, or the
   * person harmed asked that it should not.
   *
   * @param file reference of a referral of the force to prosecutors, as somebody typed it
   * @throws InvalidInput {@code file: required}, {@code unknown}, {@code no-agreement}, {@code
   *     does-not-reach}, {@code passed-already}
   */
  @Transactional
  @Requires(Action.OUTCOME_POLICE_RECORD)
  public Results pass(String reference, String file) {
    CaseworkReferral referral = worked(reference);
    if (file == null || file.isBlank()) {
      throw new InvalidInput("file", "required");
    }
    CaseworkReferral brought = file(referral, file.strip());
    boolean known = results.files(referral.id()).contains(brought.reference());
    if (!known) {
      results.link(referral, brought, casework.caller(), clock.instant());
      casework.append(
          referral,
          Verb.COMBINE,
          Action.OUTCOME_POLICE_RECORD,
          List.of(DataClass.D5),
          new Change(null, brought.id()));
    }
    Optional<RecordedOutcome> stands = standing(brought);
    if (known || stands.isPresent()) {
      pass(referral, stands.orElseThrow(() -> new InvalidInput("file", "not-decided-yet")));
    }
    return consulted(referral);
  }

  private void pass(CaseworkReferral referral, RecordedOutcome outcome) {
    if (!casework.reaches(referral, DataClass.D16)) {
      throw new InvalidInput("file", "no-agreement");
    }
    if (!results.reaches(referral.id())) {
      throw new InvalidInput("file", "does-not-reach");
    }
    var on = outcome.at().atZone(LONDON).toLocalDate();
    if (results.of(referral.id()).stream()
        .limit(1)
        .anyMatch(one -> one.outcome().equals(outcome.code()) && one.outcomeOn().equals(on))) {
      throw new InvalidInput("file", "passed-already");
    }
    results.pass(referral, outcome.code(), on, casework.caller(), clock.instant());
    casework.tell(
        referral,
        Action.OUTCOME_POLICE_RECORD,
        new Change(null, List.of(outcome.code(), on.toString())));
  }

  /**
   * Says that the person harmed asked that no result goes to whoever started it; what went is shown
   * there no more.
   *
   * @throws InvalidInput {@code objection: said-already}
   */
  @Transactional
  @Requires(Action.OUTCOME_POLICE_RECORD)
  public Results object(String reference) {
    CaseworkReferral referral = worked(reference);
    if (!results.object(referral, casework.caller(), clock.instant())) {
      throw new InvalidInput("objection", "said-already");
    }
    casework.append(
        referral,
        Verb.COLLECT,
        Action.OUTCOME_POLICE_RECORD,
        List.of(DataClass.D4),
        new Change(null, "objection"));
    return consulted(referral);
  }

  private CaseworkReferral worked(String reference) {
    return casework.worked(reference, Action.OUTCOME_POLICE_RECORD, states());
  }

  /** A file is decided long after the referral that led to it was closed. */
  private static Set<ReferralState> states() {
    Set<ReferralState> states = EnumSet.copyOf(Casework.TAKEN_ON);
    states.add(ReferralState.CLOSED);
    return states;
  }

  /** The referral to prosecutors that the force sent, where the caller reads it. */
  private CaseworkReferral file(CaseworkReferral referral, String file) {
    try {
      CaseworkReferral found = casework.read(file, Action.REFERRAL_READ);
      if (found.toProsecutors() && found.from().equals(referral.to())) {
        return found;
      }
    } catch (NotFound notTheirs) {
      // the refusal is in the ledger; which of the two it was is not said
    }
    throw new InvalidInput("file", "unknown");
  }

  /** What the prosecutors said came of it, as far as the caller is told. */
  private Optional<RecordedOutcome> standing(CaseworkReferral file) {
    return outcomes.of(file.id()).stream()
        .filter(RecordedOutcome::current)
        .filter(one -> file.feedback() && one.code() != null)
        .filter(one -> one.code().startsWith(OF_PROSECUTORS))
        .findFirst();
  }

  private Results consulted(CaseworkReferral referral) {
    Results seen = view(referral);
    casework.shown(
        referral, seen.items().isEmpty() ? List.of(DataClass.D1) : List.of(DataClass.D16));
    return seen;
  }

  /** What the caller sees of it. */
  Results view(CaseworkReferral referral) {
    boolean own = referral.shows(DataClass.D5);
    return new Results(
        referral.reference(),
        own || referral.feedback() ? results.of(referral.id()) : List.of(),
        own ? results.files(referral.id()) : List.of(),
        own ? (Boolean) results.reaches(referral.id()) : null,
        casework.may(referral, Action.OUTCOME_POLICE_RECORD, states()));
  }
}
