package uk.concordat.court;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;
import uk.concordat.access.Action;
import uk.concordat.access.DataClass;
import uk.concordat.access.Requires;
import uk.concordat.audit.Change;
import uk.concordat.audit.Verb;
import uk.concordat.kernel.InvalidInput;
import uk.concordat.kernel.NotFound;
import uk.concordat.prosecution.Defendant;
import uk.concordat.prosecution.ImpossibleReview;
import uk.concordat.prosecution.ProsecutedFiles;
import uk.concordat.prosecution.ReviewMove;
import uk.concordat.prosecution.ReviewState;
import uk.concordat.prosecution.Uplifts;

/** What the court made of the case against somebody, by the prosecutor to whom it is assigned. */
@ApplicationScoped
public class ResultService {
  @Inject CourtRecording recording;
  @Inject ResultRepository results;

  /** By which provisions courts make a sentence heavier, of every period; no record is read. */
  @Transactional
  @Requires(Action.SESSION_READ)
  public Uplifts uplifts() {
    return recording.uplifts();
  }

  /**
   * Records a result. One that stands is never changed: the new one stands in its place and says
   * why, unless the case was not over and it only says more. With a finalisation the case against
   * them is over, and stays so whatever supersedes it.
   *
   * @param version of what the caller saw
   * @throws InvalidInput with everything that is wrong
   * @throws NotFound where there is no such defendant
   * @throws ImpossibleReview where the police did not charge them, or the case is not before the
   *     court: before that it can only be stopped
   * @throws uk.concordat.referral.GuardRefused where it is not theirs
   */
  @Transactional
  @Requires(Action.OUTCOME_CPS_RECORD)
  public CourtView record(String reference, String version, UUID defendant, ResultContent content) {
    CourtRecording.Held held = recording.held(reference, version);
    ProsecutedFiles.Seen seen = held.seen();
    Defendant one = seen.file().defendant(defendant).orElseThrow(NotFound::new);
    if (one.carriedOut() == null || !possible(one, content)) {
      throw recording.impossible(held);
    }
    Result before = held.view().standing(defendant).orElse(null);
    ResultContent standing = before == null ? null : before.said();
    var against = CaseAgainst.of(seen.view(), one, recording.uplifts(), recording.today());
    ResultRules.findings(content, against, standing).throwIfAny();
    results.add(
        seen,
        defendant,
        before == null ? 1 : before.number() + 1,
        content,
        recording.caller(),
        recording.now());
    recording.recorded(held, Verb.COLLECT, DataClass.D11, new Change(standing, content));
    if (content.finalisation() != null && one.state() != ReviewState.FINALISED) {
      boolean stops = content.finalisation().stops();
      recording.move(held, stops ? ReviewMove.STOP : ReviewMove.FINALISE, defendant);
    }
    CourtEvents.of(content, standing)
        .all()
        .forEach(event -> recording.happened(held, event.kind(), event.on()));
    return recording.consulted(reference);
  }

  /** A case that is over stays over; one that no hearing was set for is stopped and no more. */
  private static boolean possible(Defendant one, ResultContent content) {
    Finalisation how = content.finalisation();
    return switch (one.state()) {
      case PROSECUTION -> true;
      case FINALISED -> how != null;
      case CHARGE_AUTHORISED -> how != null && how.stops();
      default -> false;
    };
  }
}
