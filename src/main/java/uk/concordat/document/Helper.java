package uk.concordat.document;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;
import uk.concordat.document.workshop.Answer;
import uk.concordat.document.workshop.Job;
import uk.concordat.document.workshop.Workshop;

/**
 * A process that works on files: {@link Workshop}, with a heap of its own. It knows nothing of the
 * portal's environment, so no key or password, and ends with the portal.
 */
final class Helper implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(Helper.class.getName());
  private static final long SECONDS_TO_END = 2;

  private final Process process;
  private final DataOutputStream out;
  private final DataInputStream in;

  private Helper(Process process) {
    this.process = process;
    out = new DataOutputStream(process.getOutputStream());
    in = new DataInputStream(new BufferedInputStream(process.getInputStream()));
  }

  /**
   * Starts one.
   *
   * @throws IllegalStateException where the machine does not let it start
   */
  static Helper start(WorkshopPath path) {
    var builder = new ProcessBuilder(command(path.classPath()));
    builder.environment().clear();
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    try {
      builder.directory(Files.createDirectories(Path.of(temporary())).toFile());
      return new Helper(builder.start());
    } catch (IOException none) {
      throw new IllegalStateException("a helper cannot be started", none);
    }
  }

  private static List<String> command(String classPath) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx320m",
        "-XX:MaxMetaspaceSize=96m",
        "-XX:MaxDirectMemorySize=16m",
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-XX:+ExitOnOutOfMemoryError",
        "-XX:-UsePerfData",
        "-XX:-CreateCoredumpOnCrash",
        "-XX:ErrorFile=/dev/null",
        "-Djava.awt.headless=true",
        "-Dfile.encoding=UTF-8",
        "-Djava.io.tmpdir=" + temporary(),
        "-Dpdfbox.fontcache=" + temporary(),
        "-cp",
        classPath,
        Workshop.class.getName());
  }

  /** Theirs alone: what one lays aside there lies beside nothing of the portal's. */
  private static String temporary() {
    return Path.of(System.getProperty("java.io.tmpdir"), "concordat-helpers").toString();
  }

  /**
   * Has it do one job; one that failed does no other.
   *
   * @param limit after which it is ended
   * @throws HelperLost {@code inflates} where its heap was full, {@code takes-too-long} where its
   *     time was over, {@code unreadable} where it ended otherwise
   * @throws IllegalStateException where it never came to its work
   */
  Answer does(Job job, Duration limit) throws HelperLost {
    boolean ready = false;
    try (var deadline = new Deadline(limit, process::destroyForcibly)) {
      try {
        ready = in.read() == Workshop.READY;
        job.write(out);
        return Answer.read(in);
      } catch (IOException ended) {
        String code = deadline.passed() ? "takes-too-long" : code();
        LOG.warning(() -> "a helper that works on files was lost: " + code);
        if (!ready && !deadline.passed()) {
          throw new IllegalStateException("a helper does not start: " + code, ended);
        }
        throw new HelperLost(code);
      }
    }
  }

  private String code() {
    try {
      boolean over = process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS);
      return over && process.exitValue() == Workshop.TOO_MUCH ? "inflates" : "unreadable";
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return "unreadable";
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
