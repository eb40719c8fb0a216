package uk.concordat.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The list of processes that a launcher started, kept in a file. After a kill the watchdog needs a
 * moment; the next launcher waits for it here rather than call the ports taken.
 */
record Leftovers(Path file) {
  private static final Duration LIMIT = Duration.ofSeconds(10);

  /** Waits until nothing of the last run is left. */
  void awaitGone() {
    List<String> last = lines();
    if (!last.isEmpty() && lives(last.get(0))) {
      throw new StackFailure(
          "Concordat already runs from this folder: stop it first with kill "
              + last.get(0).split(" ")[0]);
    }
    if (!Waiting.until(LIMIT, () -> lines().stream().noneMatch(Leftovers::lives))) {
      throw new StackFailure(
          "Processes of the last run are still there: end those listed in %s, then start again"
              .formatted(file));
    }
  }

  /** Begins a new list, headed by the launcher itself. */
  void begin() {
    Folders.delete(file);
    add("launcher", ProcessHandle.current().pid());
  }

  /** Adds a process; its start tells it from a later one of the same number. */
  void add(String name, long pid) {
    String line = "%d %d %s%n".formatted(pid, started(pid).orElse(0L), name);
    try {
      Files.writeString(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void clear() {
    Folders.delete(file);
  }

  private List<String> lines() {
    try {
      return Files.readAllLines(file);
    } catch (IOException gone) {
      return List.of();
    }
  }

  private static boolean lives(String line) {
    String[] parts = line.split(" ", 3);
    return parts.length == 3
        && started(Long.parseLong(parts[0])).filter(Long.valueOf(parts[1])::equals).isPresent();
  }

  private static Optional<Long> started(long pid) {
    return ProcessHandle.of(pid)
        .filter(ProcessHandle::isAlive)
        .flatMap(each -> each.info().startInstant())
        .map(Instant::toEpochMilli);
  }
}
