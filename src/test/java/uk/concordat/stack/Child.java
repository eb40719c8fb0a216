package uk.concordat.stack;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A process that the stack started, in a session of its own so that Ctrl-C in the terminal reaches
 * only the launcher, which then stops its children in order. Guarded by the watchdog until it ends.
 */
final class Child implements AutoCloseable {
  private static final Duration GRACE = Duration.ofSeconds(8);

  private final String name;
  private final String stopSignal;
  private final Path log;
  private final Process process;

  private Child(String name, String stopSignal, Path log, Process process) {
    this.name = name;
    this.stopSignal = stopSignal;
    this.log = log;
    this.process = process;
  }

  /** Starts a command; its output goes to the log, which begins anew. */
  static Child start(
      String name,
      String stopSignal,
      List<String> command,
      Map<String, String> environment,
      Path log,
      Watchdog watchdog) {
    ProcessBuilder builder =
        new ProcessBuilder(gated(command)).redirectErrorStream(true).redirectOutput(log.toFile());
    builder.environment().putAll(environment);
    try {
      Process process = builder.start();
      watchdog.guard(name, stopSignal, process.pid());
      try (OutputStream gate = process.getOutputStream()) {
        gate.write('\n');
      }
      process.onExit().thenRun(() -> watchdog.forget(process.pid())).exceptionally(gone -> null);
      return new Child(name, stopSignal, log, process);
    } catch (IOException e) {
      throw new StackFailure(name + " cannot be started: " + e.getMessage(), e);
    }
  }

  /**
   * Waits for a line before it becomes the command. A launcher that is killed before the watchdog
   * knows the number closes the pipe instead, and the command never begins.
   */
  static List<String> gated(List<String> command) {
    return Stream.concat(
            Stream.of("setsid", "sh", "-c", "read -r go && exec \"$@\"", "sh"), command.stream())
        .toList();
  }

  String name() {
    return name;
  }

  Path log() {
    return log;
  }

  long pid() {
    return process.pid();
  }

  /** Completes when the process has ended. */
  CompletableFuture<Process> ended() {
    return process.onExit();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Waits for a command that ends by itself and must succeed. */
  void mustSucceed() {
    int code = process.onExit().join().exitValue();
    if (code != 0) {
      throw new StackFailure("%s failed with code %d; see %s".formatted(name, code, log));
    }
  }

  /** Ends it as a power cut would, with all that it has started. */
  void kill() {
    signal("KILL");
    process.onExit().join();
  }

  @Override
  public void close() {
    signal(stopSignal);
    try {
      process.onExit().orTimeout(GRACE.toSeconds(), TimeUnit.SECONDS).join();
    } catch (CompletionException late) {
      signal("KILL");
      process.onExit().join();
    }
  }

  /**
   * Java knows TERM and KILL for one process only; PostgreSQL wants INT, and groups must go whole.
   */
  private void signal(String signal) {
    try {
      String target = "-" + process.pid();
      new ProcessBuilder("sh", "-c", "kill -s \"$0\" -- \"$1\" 2>/dev/null", signal, target)
          .start()
          .onExit()
          .join();
    } catch (IOException e) {
      process.destroyForcibly();
    }
  }
}
