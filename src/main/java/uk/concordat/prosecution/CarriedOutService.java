package uk.concordat.prosecution;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import uk.concordat.access.Action;
import uk.concordat.access.DataClass;
import uk.concordat.access.Requires;
import uk.concordat.audit.Change;
import uk.concordat.audit.Verb;
import uk.concordat.kernel.InvalidInput;
import uk.concordat.kernel.NotFound;
import uk.concordat.referral.Findings;
import uk.concordat.victim.EventKind;
import uk.concordat.victim.VictimClock;

/**
 * That the police did what prosecutors decided: charged, or disposed of it out of court. From that
 * day they owe it to the person harmed to tell them (domain.md 3.5).
 */
@ApplicationScoped
public class CarriedOutService {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final int PARAGRAPH = 2_000;

  /** Since when they are there says no more when it was decided; the database knows. */
  private static final Set<ReviewState> COURT =
      EnumSet.of(ReviewState.PROSECUTION, ReviewState.FINALISED);

  @Inject DefendantRepository defendants;
  @Inject VictimClock clock;
  @Inject Prosecuting prosecuting;

  /**
   * Says it of one defendant, once. It throws what {@link FileService} throws besides.
   *
   * @param version of the file, as the caller saw it
   * @param on the day, in London: from the decision up to today
   * @throws NotFound where there is no such defendant
   * @throws ImpossibleReview where nothing was decided that the police do
   * @throws InvalidInput with everything that is wrong; {@code on: said-already}
   */
  @Transactional
  @Requires(Action.FILE_PREPARE)
  public FileView carriedOut(String reference, String version, UUID defendant, LocalDate on) {
    Decided decided = decided(reference, version, defendant);
    Findings findings = findings(decided, on);
    findings.add(decided.one().carriedOut() != null, "on", "said-already");
    findings.throwIfAny();
    Prosecuting.Ready ready = decided.ready();
    defendants.carriedOut(
        ready.referral(),
        ready.file(),
        decided.one(),
        decided.event(),
        on,
        prosecuting.caller(),
        prosecuting.now());
    append(decided, new Change(null, List.of(decided.event(), on)));
    clock.happened(ready.referral().id(), decided.event(), beginning(on));
    return prosecuting.consulted(ready.referral());
  }

  /**
   * Corrects the day that was said; which it was is kept, for the force. What has to be told of it
   * moves with it.
   *
   * @param reason what was wrong with the day before
   * @throws InvalidInput with everything that is wrong; {@code on: not-said}, {@code on:
   *     nothing-changed}
   */
  @Transactional
  @Requires(Action.FILE_PREPARE)
  public FileView correct(
      String reference, String version, UUID defendant, LocalDate on, String reason) {
    Decided decided = decided(reference, version, defendant);
    LocalDate was = decided.one().carriedOut();
    Findings findings = findings(decided, on);
    findings.add(was == null, "on", "not-said");
    findings.add(on != null && on.equals(was), "on", "nothing-changed");
    findings.required(reason, "reason");
    findings.typed(PARAGRAPH, reason, "reason");
    findings.throwIfAny();
    Prosecuting.Ready ready = decided.ready();
    if (!defendants.correct(decided.one(), on, reason, prosecuting.now())) {
      if (COURT.contains(decided.one().state())) {
        throw new InvalidInput("on", "before-decision");
      }
      throw prosecuting.impossible(ready, Action.FILE_PREPARE);
    }
    append(decided, new Change(List.of(decided.event(), was), List.of(decided.event(), on)));
    clock.corrected(ready.referral().id(), decided.event(), beginning(was), beginning(on));
    return prosecuting.consulted(ready.referral());
  }

  /** Of whom the police did something, or will, and which event of the Victims' Code it is. */
  private record Decided(Prosecuting.Ready ready, Defendant one, EventKind event) {}

  private Decided decided(String reference, String version, UUID defendant) {
    var ready = prosecuting.ready(reference, version, Action.FILE_PREPARE, Reviewer.CARRYING_OUT);
    if (ready.file() == null) {
      throw new NotFound();
    }
    Defendant one = ready.file().defendant(defendant).orElseThrow(NotFound::new);
    return switch (one.state()) {
      case CHARGE_AUTHORISED, PROSECUTION, FINALISED ->
          new Decided(ready, one, EventKind.SUSPECT_CHARGED);
      case OUT_OF_COURT -> new Decided(ready, one, EventKind.OUT_OF_COURT);
      default -> throw prosecuting.impossible(ready, Action.FILE_PREPARE);
    };
  }

  private Findings findings(Decided decided, LocalDate on) {
    var findings = new Findings();
    findings.required(on, "on");
    findings.add(on != null && on.isAfter(prosecuting.today()), "on", "in-the-future");
    findings.add(
        on != null
            && !COURT.contains(decided.one().state())
            && on.isBefore(decided.one().since().atZone(LONDON).toLocalDate()),
        "on",
        "before-decision");
    return findings;
  }

  private void append(Decided decided, Change change) {
    prosecuting.append(
        decided.ready().referral(), Verb.ALTER, Action.FILE_PREPARE, List.of(DataClass.D1), change);
  }

  private static Instant beginning(LocalDate day) {
    return day.atStartOfDay(LONDON).toInstant();
  }
}
