package uk.concordat.platform.live;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;

/**
 * The sessions of this node in which a list was opened: whose they are, and of which of their lists
 * there was news since they were read. Under which names somebody sees is not kept: it is asked at
 * each news.
 */
@ApplicationScoped
class Watchers {
  private final Map<UUID, Watcher> watchers = new ConcurrentHashMap<>();

  /** A list is read in this session, which is told from now on; answers what it is known by. */
  UUID watch(UUID session, UUID subject) {
    UUID list = UUID.randomUUID();
    watchers.compute(
        session,
        (same, known) ->
            (known == null ? Watcher.of(subject) : known.actingFor(subject)).reading(list));
    return list;
  }

  /** The session is over. */
  void forget(UUID session) {
    watchers.remove(session);
  }

  /** Whose sessions they are. */
  Set<UUID> subjects() {
    return watchers.values().stream().map(Watcher::subject).collect(Collectors.toUnmodifiableSet());
  }

  /** There is news for these people: their sessions. */
  Set<UUID> news(Set<UUID> subjects) {
    Set<UUID> told = new HashSet<>();
    watchers.replaceAll(
        (session, watcher) -> {
          if (!subjects.contains(watcher.subject())) {
            return watcher;
          }
          told.add(session);
          return watcher.told();
        });
    return told;
  }

  /** A list opens its socket, perhaps again. */
  void opening(UUID session, String list) {
    watchers.computeIfPresent(session, (same, watcher) -> watcher.opening(list));
  }

  /** Whether a list that opened its socket had missed news; it is answered once. */
  boolean missed(UUID session) {
    var missed = new AtomicBoolean();
    watchers.computeIfPresent(
        session,
        (same, watcher) -> {
          missed.set(watcher.missed());
          return watcher.said();
        });
    return missed.get();
  }
}
