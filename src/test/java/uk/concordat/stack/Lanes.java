package uk.concordat.stack;

import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;

/** The lanes of a run: as many as classes run side by side, each started at first need. */
public final class Lanes implements AutoCloseable {
  private final List<Lane> all = new CopyOnWriteArrayList<>();
  private final Deque<Lane> idle = new ConcurrentLinkedDeque<>();

  Lanes() {}

  /** All that were started so far. */
  public List<Lane> all() {
    return List.copyOf(all);
  }

  Lane borrow() {
    Lane lane = idle.poll();
    return lane == null ? start() : lane;
  }

  /** One start at a time: each needs all that the machine has. */
  private synchronized Lane start() {
    Lane lane = idle.poll();
    if (lane == null) {
      lane = new Lane();
      all.add(lane);
    }
    return lane;
  }

  void giveBack(Lane lane) {
    idle.push(lane);
  }

  @Override
  public void close() {
    all.forEach(Lane::close);
  }
}
