package uk.concordat.court;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import uk.concordat.access.Action;
import uk.concordat.access.DataClass;
import uk.concordat.access.Requires;
import uk.concordat.audit.Change;
import uk.concordat.audit.Verb;
import uk.concordat.kernel.InvalidInput;
import uk.concordat.kernel.NotFound;
import uk.concordat.prosecution.ImpossibleReview;
import uk.concordat.prosecution.ProsecutedFiles;
import uk.concordat.prosecution.ReviewMove;
import uk.concordat.prosecution.ReviewState;
import uk.concordat.victim.EventKind;

/**
 * Hearings of a prosecution, by the prosecutor to whom it is assigned. Each method is one
 * transaction; what the person harmed has to be told of it is opened in the same.
 */
@ApplicationScoped
public class HearingService {
  @Inject CourtRecording recording;
  @Inject HearingRepository hearings;

  /**
   * What the court makes of a file, as much of it as the caller sees.
   *
   * @throws NotFound where the caller may not read the referral, or it goes to no prosecutors
   */
  @Transactional
  @Requires(Action.SESSION_READ)
  public CourtView of(String reference) {
    return recording.consulted(reference);
  }

  /** The courts there are, of every period; no record is read. */
  @Transactional
  @Requires(Action.SESSION_READ)
  public List<Court> courts() {
    return hearings.courts();
  }

  /**
   * Enters a hearing. With the first one of somebody whom the police charged, the case against them
   * is before the court.
   *
   * @param version of what the caller saw
   * @throws InvalidInput with everything that is wrong; {@code defendants: not-charged} where the
   *     police did not say that they charged them
   * @throws NotFound where there is no file
   * @throws uk.concordat.referral.GuardRefused where it is not theirs
   */
  @Transactional
  @Requires(Action.OUTCOME_CPS_RECORD)
  public CourtView set(String reference, String version, HearingContent content) {
    CourtRecording.Held held = recording.held(reference, version);
    ProsecutedFiles.Seen seen = held.seen();
    HearingRules.findings(content, seen.file(), hearings.courts()).throwIfAny();
    int number = held.view().hearings().size() + 1;
    hearings.add(seen, number, content, recording.caller(), recording.now());
    recording.recorded(held, Verb.COLLECT, DataClass.D1, new Change(null, content));
    content.defendants().stream()
        .filter(one -> held.stands(one, ReviewState.CHARGE_AUTHORISED))
        .forEach(one -> recording.move(held, ReviewMove.PROSECUTE, one));
    recording.happened(held, EventKind.HEARING_SET, recording.now());
    return recording.consulted(reference);
  }

  /**
   * Says what came of a hearing, once.
   *
   * @param reason null unless it was adjourned
   * @throws InvalidInput with everything that is wrong
   * @throws NotFound where there is no such hearing
   * @throws ImpossibleReview where the database refuses it
   */
  @Transactional
  @Requires(Action.OUTCOME_CPS_RECORD)
  public CourtView said(
      String reference, String version, UUID hearing, HearingOutcome outcome, Adjournment reason) {
    CourtRecording.Held held = recording.held(reference, version);
    Hearing one = held.view().hearing(hearing).orElseThrow(NotFound::new);
    HearingRules.findings(one, outcome, reason, recording.today()).throwIfAny();
    if (!hearings.said(hearing, outcome, reason, recording.caller(), recording.now())) {
      throw recording.impossible(held);
    }
    Change change = new Change(null, reason == null ? outcome : List.of(outcome, reason));
    recording.recorded(held, Verb.ALTER, DataClass.D1, change);
    recording.happened(held, EventKind.HEARING_HELD, began(one, recording.now()));
    return recording.consulted(reference);
  }

  /**
   * At its hour, so that a letter before it tells nothing of it; now, where it was brought forward.
   */
  private static Instant began(Hearing one, Instant now) {
    Instant set = one.on().atTime(one.at()).atZone(CourtRecording.LONDON).toInstant();
    return set.isBefore(now) ? set : now;
  }
}
