package uk.concordat.it;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;

/**
 * What was answered in this run, door by door: the newest of each are kept, so that {@link
 * LedgerDoorsIT} can ask the ledger about them.
 */
public final class Exchanges {
  private static final int KEPT = 50;

  private final Map<String, Deque<Exchange>> kept = new ConcurrentHashMap<>();

  /**
   * One answer that was not a refusal.
   *
   * @param door the operation as OpenAPI has it, or the page
   * @param who subject or user name
   */
  record Exchange(String door, String who, Instant from, Instant to) {}

  /** Remembers that a door let somebody through; the time is from then until now. */
  public void passed(String door, String who, Instant from) {
    Deque<Exchange> newest = kept.computeIfAbsent(door, first -> new ConcurrentLinkedDeque<>());
    newest.addLast(new Exchange(door, who, from, Instant.now()));
    if (newest.size() > KEPT) {
      newest.pollFirst();
    }
  }

  List<Exchange> of(String door) {
    Collection<Exchange> found = kept.getOrDefault(door, new ArrayDeque<>());
    return List.copyOf(found);
  }
}
