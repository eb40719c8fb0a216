package uk.concordat.stack;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The processes of one stack, in the order of their start; closing stops the last one first. */
final class Children implements AutoCloseable {
  private final Watchdog watchdog;
  private final Deque<Child> started = new ArrayDeque<>();
  private boolean closed;

  Children(Leftovers list) {
    watchdog = new Watchdog(list);
  }

  /**
   * Starts a child; refused once the stack is closing, which may happen in the midst of a start.
   */
  synchronized Child start(
      String name,
      String stopSignal,
      List<String> command,
      Map<String, String> environment,
      Path log) {
    if (closed) {
      throw new StackFailure("Stopped before the start was complete");
    }
    Child child = Child.start(name, stopSignal, command, environment, log, watchdog);
    started.push(child);
    return child;
  }

  /** Runs a command to its end; a failure is a failure of the start. */
  void run(String name, List<String> command, Path log) {
    Child child = start(name, "TERM", command, Map.of(), log);
    child.mustSucceed();
    synchronized (this) {
      started.remove(child);
    }
  }

  /** Kills a child, which no longer belongs to the stack then. */
  void kill(Child child) {
    child.kill();
    synchronized (this) {
      started.remove(child);
    }
  }

  /** Waits until a server ends by itself, which none should; empty when they were told to. */
  Optional<Child> awaitEnd() {
    List<Child> servers;
    synchronized (this) {
      servers = List.copyOf(started);
    }
    CompletableFuture.anyOf(servers.stream().map(Child::ended).toArray(CompletableFuture<?>[]::new))
        .join();
    synchronized (this) {
      return closed
          ? Optional.empty()
          : servers.stream().filter(child -> !child.isAlive()).findFirst();
    }
  }

  @Override
  public void close() {
    Deque<Child> rest;
    synchronized (this) {
      closed = true;
      rest = new ArrayDeque<>(started);
      started.clear();
    }
    rest.forEach(Child::close);
    watchdog.close();
  }
}
