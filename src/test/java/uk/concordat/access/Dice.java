package uk.concordat.access;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

/** Chance, repeatable: the same seed gives the same throws. */
final class Dice {
  private final Random random;

  Dice(long seed) {
    random = new Random(seed);
  }

  boolean chance(int oneIn) {
    return random.nextInt(oneIn) == 0;
  }

  int upTo(int most) {
    return random.nextInt(most + 1);
  }

  <T> T one(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }

  /** One other than this. */
  <T> T other(List<T> from, T than) {
    return one(from.stream().filter(each -> !each.equals(than)).toList());
  }

  /** About two of three. */
  <T> Set<T> most(Iterable<T> from) {
    Set<T> most = new LinkedHashSet<>();
    from.forEach(
        each -> {
          if (!chance(3)) {
            most.add(each);
          }
        });
    return most;
  }

  /** About one in so many. */
  <T> Set<T> few(int oneIn, Iterable<T> from) {
    Set<T> few = new LinkedHashSet<>();
    from.forEach(
        each -> {
          if (chance(oneIn)) {
            few.add(each);
          }
        });
    return few;
  }

  /** Some time within three days of an instant; now and then that very instant. */
  Instant around(Instant instant) {
    return chance(8)
        ? instant
        : instant.plus(Duration.ofMinutes(random.nextInt(8_000) - 4_000L)).plusSeconds(30);
  }

  UUID uuid() {
    return new UUID(
        random.nextLong() & 0xffffffffffff0fffL | 0x4000L,
        random.nextLong() & 0x3fffffffffffffffL | 0x8000000000000000L);
  }
}
