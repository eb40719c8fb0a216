package uk.concordat.platform.live;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Who has a list open on this node, and under which names they saw it when they last opened one. It
 * lasts as long as a session does of which nothing is heard.
 */
@ApplicationScoped
class Watchers {
  private static final Duration SESSION = Duration.ofMinutes(30);

  @Inject Clock clock;
  private final Map<UUID, Watcher> watchers = new ConcurrentHashMap<>();

  private record Watcher(Set<String> viewers, Instant until) {}

  /** From now on they are told of what changes under these names. */
  void watch(UUID subject, Set<String> viewers) {
    forget();
    watchers.put(subject, new Watcher(viewers, clock.instant().plus(SESSION)));
  }

  /** Those whose list a change is in. */
  Set<UUID> of(Change change) {
    forget();
    return watchers.entrySet().stream()
        .filter(one -> !change.without().contains(one.getKey()))
        .filter(one -> !Collections.disjoint(one.getValue().viewers(), change.viewers()))
        .map(Map.Entry::getKey)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Everybody: nobody knows whom a change that was missed would have been told. */
  Set<UUID> all() {
    forget();
    return Set.copyOf(watchers.keySet());
  }

  private void forget() {
    Instant now = clock.instant();
    watchers.values().removeIf(one -> one.until().isBefore(now));
  }
}
