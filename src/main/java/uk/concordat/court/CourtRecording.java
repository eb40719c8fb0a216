package uk.concordat.court;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import uk.concordat.access.Action;
import uk.concordat.access.DataClass;
import uk.concordat.audit.Change;
import uk.concordat.audit.Verb;
import uk.concordat.caller.Caller;
import uk.concordat.caller.CurrentCaller;
import uk.concordat.prosecution.ImpossibleReview;
import uk.concordat.prosecution.ProsecutedFiles;
import uk.concordat.prosecution.ReviewMove;
import uk.concordat.prosecution.ReviewState;
import uk.concordat.prosecution.Uplifts;
import uk.concordat.victim.EventKind;
import uk.concordat.victim.VictimClock;

/** The stairs that whatever is recorded of a court takes. */
@ApplicationScoped
class CourtRecording {
  static final ZoneId LONDON = ZoneId.of("Europe/London");

  @Inject ProsecutedFiles files;
  @Inject CourtViews views;
  @Inject VictimClock victims;
  @Inject CurrentCaller current;
  @Inject Clock clock;

  /** A file and what the court made of it as the caller saw it, held by whoever reviews it. */
  record Held(ProsecutedFiles.Seen seen, CourtView view) {
    boolean stands(UUID defendant, ReviewState state) {
      return seen.file().defendant(defendant).filter(one -> one.state() == state).isPresent();
    }
  }

  Held held(String reference, String version) {
    ProsecutedFiles.Seen seen = files.held(reference, Action.OUTCOME_CPS_RECORD);
    CourtView view = views.of(seen);
    if (!view.version().equals(version)) {
      throw files.stale(seen, Action.OUTCOME_CPS_RECORD);
    }
    return new Held(seen, view);
  }

  /** What the caller sees of it now, which is in the ledger. */
  CourtView consulted(String reference) {
    return views.consulted(reference);
  }

  /** Says in the ledger what was recorded. */
  void recorded(Held held, Verb verb, DataClass dataClass, Change said) {
    files.recorded(held.seen(), verb, dataClass, said);
  }

  /** Moves the review of somebody on. */
  void move(Held held, ReviewMove move, UUID defendant) {
    files.move(held.seen(), move, defendant);
  }

  /** Opens what has to be told of something that happened. */
  void happened(Held held, EventKind event, Instant at) {
    victims.happened(held.seen().referral().id(), event, at);
  }

  /** The same of something of which only the day is known. */
  void happened(Held held, EventKind event, LocalDate day) {
    happened(held, event, day.atStartOfDay(LONDON).toInstant());
  }

  /** The refusal of what cannot be done where they stand. */
  ImpossibleReview impossible(Held held) {
    return files.impossible(held.seen(), Action.OUTCOME_CPS_RECORD);
  }

  Uplifts uplifts() {
    return files.uplifts();
  }

  Caller caller() {
    return current.get();
  }

  Instant now() {
    return clock.instant();
  }

  /** Today in London. */
  LocalDate today() {
    return LocalDate.now(clock.withZone(LONDON));
  }
}
