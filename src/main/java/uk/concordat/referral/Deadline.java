package uk.concordat.referral;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;

/**
 * The clock of a referral: the step that is due, and the one whose clock stands still meanwhile.
 * Both are stored, so that what happened while nobody looked can be worked out later.
 */
@Embeddable
class Deadline {
  @Column(name = "clock_started")
  private Instant started;

  @Column(name = "due_at")
  private Instant due;

  @Column(name = "due_step")
  private String step;

  @Column(name = "paused_step")
  private String pausedStep;

  @Column(name = "paused_started")
  private Instant pausedStarted;

  @Column(name = "paused_due")
  private Instant pausedDue;

  @Column(name = "paused_at")
  private Instant pausedAt;

  protected Deadline() {}

  /** Nothing is due. */
  static Deadline none() {
    return new Deadline();
  }

  /** That clock runs; nothing is due without one. */
  static Deadline of(Clocked clock) {
    var deadline = new Deadline();
    if (clock == null) {
      return deadline;
    }
    deadline.started = clock.start();
    deadline.due = clock.due();
    deadline.step = clock.step();
    return deadline;
  }

  /** The clock stands still from now on, and what is waited for has its own. */
  Deadline pausedFor(Clocked meanwhile) {
    Deadline paused = of(meanwhile);
    paused.pausedStep = step;
    paused.pausedStarted = started;
    paused.pausedDue = due;
    paused.pausedAt = meanwhile.start();
    return paused;
  }

  /** The clock that runs; null where nothing is due. */
  Clocked running() {
    return due == null ? null : new Clocked(step, started, due);
  }

  /** The clock that stands still; null where none does. */
  Clocked paused() {
    return pausedDue == null ? null : new Clocked(pausedStep, pausedStarted, pausedDue);
  }

  /** Since when it stands still; null where none does. */
  Instant pausedAt() {
    return pausedAt;
  }
}
