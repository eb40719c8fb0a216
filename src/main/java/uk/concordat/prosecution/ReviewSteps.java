package uk.concordat.prosecution;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import uk.concordat.access.Action;
import uk.concordat.access.DataClass;
import uk.concordat.audit.Change;
import uk.concordat.audit.Verb;
import uk.concordat.kernel.NotFound;
import uk.concordat.victim.EventKind;
import uk.concordat.victim.VictimClock;

/** Makes moves: of everybody who stands where it leaves from, or of one. */
@ApplicationScoped
class ReviewSteps {
  @Inject ReviewRepository reviews;
  @Inject Prosecuting prosecuting;
  @Inject VictimClock clock;

  /**
   * Refuses a move of the file that nobody in it can make.
   *
   * @throws NotFound where there is no file
   */
  List<Defendant> possible(Prosecuting.Ready ready, ReviewMove move) {
    if (ready.file() == null) {
      throw new NotFound();
    }
    List<Defendant> leaving = ready.file().leaving(move);
    if (leaving.isEmpty()) {
      throw prosecuting.impossible(ready, move.reviewer().action());
    }
    return leaving;
  }

  void all(Prosecuting.Ready ready, ReviewMove move) {
    for (Defendant each : possible(ready, move)) {
      step(ready, move, each);
    }
  }

  void one(Prosecuting.Ready ready, ReviewMove move, UUID defendant) {
    step(ready, move, standing(ready, move, defendant));
  }

  /**
   * The defendant of whom the caller can make the move now.
   *
   * @throws NotFound where there is none of that identity
   */
  Defendant standing(Prosecuting.Ready ready, ReviewMove move, UUID defendant) {
    if (ready.file() == null) {
      throw new NotFound();
    }
    Defendant found = ready.file().defendant(defendant).orElseThrow(NotFound::new);
    Action action = move.reviewer().action();
    if (!move.leaves(found.state())) {
      throw prosecuting.impossible(ready, action);
    }
    return found;
  }

  private void step(Prosecuting.Ready ready, ReviewMove move, Defendant one) {
    if (!reviews.move(
        ready.referral(), ready.file(), one, move, prosecuting.caller(), prosecuting.now())) {
      throw prosecuting.impossible(ready, move.reviewer().action());
    }
    prosecuting.append(
        ready.referral(),
        Verb.ALTER,
        move.reviewer().action(),
        List.of(DataClass.D1),
        new Change(one.state(), move.target(one.state())));
    if (move.target(one.state()) == ReviewState.NFA) {
      clock.happened(ready.referral().id(), EventKind.CPS_NOT_CHARGED, prosecuting.now());
    }
  }
}
