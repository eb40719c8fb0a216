package uk.concordat.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Records what anybody can set off as often as they like, a flood of bad tokens above all, without
 * letting them fill the disk: of each kind and code one event a minute at most, in each portal. The
 * next says how many it stands for. Nothing is let through because of it, so that one that cannot
 * be written changes nothing; the server's log says so.
 */
@ApplicationScoped
public class SecurityAlarm {
  private static final Logger LOG = Logger.getLogger(SecurityAlarm.class.getName());
  private static final Duration PAUSE = Duration.ofMinutes(1);

  @Inject SecurityLog log;
  @Inject Clock clock;
  private final Map<String, Rung> last = new ConcurrentHashMap<>();

  /** When an event was last written, how many came since then, and how many this one stands for. */
  private record Rung(Instant at, int since, int now) {}

  /**
   * Records it, or counts it until it is recorded again.
   *
   * @param code out of few, for each is remembered
   */
  public void ring(SecurityEvent event, String code) {
    ring(event, code, null, null);
  }

  /**
   * Records it of somebody who is known here, each by themselves.
   *
   * @param actor whose; null where it is nobody's
   * @param agency theirs; null where it is nobody's
   */
  public void ring(SecurityEvent event, String code, UUID actor, String agency) {
    String each = event + " " + code + " " + actor;
    Rung rung = last.compute(each, (key, before) -> next(before, clock.instant()));
    if (rung.now() == 0) {
      return;
    }
    try {
      log.note(event, actor, agency, code, rung.now());
    } catch (RuntimeException unwritten) { // the transaction's own among them
      LOG.log(
          Level.WARNING,
          "{0} {1} is not in the security log: {2}",
          new Object[] {event, code, unwritten.getClass()});
    }
  }

  private static Rung next(Rung before, Instant now) {
    if (before == null) {
      return new Rung(now, 0, 1);
    }
    return before.at().plus(PAUSE).isAfter(now)
        ? new Rung(before.at(), before.since() + 1, 0)
        : new Rung(now, 0, before.since() + 1);
  }
}
