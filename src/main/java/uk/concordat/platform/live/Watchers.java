package uk.concordat.platform.live;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * The sessions of this node in which a list was opened: whose they are, and whether there was news
 * since the last was read. Under which names somebody sees is not kept: it is asked at each news.
 */
@ApplicationScoped
class Watchers {
  private final Map<UUID, Watcher> watchers = new ConcurrentHashMap<>();

  private record Watcher(UUID subject, boolean news) {}

  /** A list is read in this session, which is told from now on. */
  void watch(UUID session, UUID subject) {
    watchers.put(session, new Watcher(subject, false));
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
          return new Watcher(watcher.subject(), true);
        });
    return told;
  }

  /** Whether there was news since a list was last read in this session. */
  boolean anyNews(UUID session) {
    Watcher watcher = watchers.get(session);
    return watcher != null && watcher.news();
  }
}
