package uk.concordat.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.Duration;

/**
 * The one clock, in UTC and in microseconds: PostgreSQL keeps no more and rounds, so that a finer
 * time would read differently once it was stored.
 */
@ApplicationScoped
public class ClockProducer {
  private static final Duration MICROSECOND = Duration.ofNanos(1_000);

  @Produces
  @ApplicationScoped
  Clock clock() {
    return Clock.tick(Clock.systemUTC(), MICROSECOND);
  }
}
