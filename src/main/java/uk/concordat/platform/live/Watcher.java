package uk.concordat.platform.live;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * A session in which lists are open.
 *
 * @param subject whose it is
 * @param current the lists of which there was no news since they were read, the oldest first
 * @param missed whether one that opened its socket is none of them
 */
record Watcher(UUID subject, List<String> current, boolean missed) {
  /** As many lists are told apart; of an older one it is said that there was news. */
  private static final int MOST = 50;

  /** Copies the lists. */
  Watcher {
    current = List.copyOf(current);
  }

  static Watcher of(UUID subject) {
    return new Watcher(subject, List.of(), false);
  }

  Watcher actingFor(UUID subject) {
    return new Watcher(subject, current, missed);
  }

  /** One more list is read, which has everything. */
  Watcher reading(UUID list) {
    List<String> lists = new ArrayList<>(current);
    lists.add(list.toString());
    return new Watcher(
        subject, lists.subList(Math.max(0, lists.size() - MOST), lists.size()), missed);
  }

  /** It was said that something was missed. */
  Watcher said() {
    return new Watcher(subject, current, false);
  }

  /** There is news: of every list. */
  Watcher told() {
    return new Watcher(subject, List.of(), missed);
  }

  /** One opens its socket. */
  Watcher opening(String list) {
    return current.contains(list) ? this : new Watcher(subject, current, true);
  }
}
