package uk.concordat.stack;

import java.io.File;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Debian's clamd with signatures of the test's own, which know the harmless test file and nothing
 * else: no database of the net is fetched.
 */
public final class Clamd implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  /** The middle of the test file, in hexadecimal. */
  private static final String SIGNATURE =
      "Concordat.Eicar:0:*:45494341522d5354414e444152442d414e544956495255532d544553542d46494c45\n";

  private final Process process;
  private final int port;

  private Clamd(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /** Starts it; where there is none and the build may, Debian's package is installed first. */
  public static Clamd start() {
    Path program = found().orElseGet(Clamd::installed);
    try {
      int port = freePort();
      Path folder = Files.createTempDirectory("clamd");
      Files.writeString(folder.resolve("own.ndb"), SIGNATURE);
      Path settings = folder.resolve("clamd.conf");
      Files.writeString(
          settings,
          "Foreground yes\nDatabaseDirectory %s\nTCPSocket %d\nTCPAddr 127.0.0.1\nStreamMaxLength 30M\nUser root\n"
              .formatted(folder, port)
              .replace("User root\n", root() ? "User root\n" : ""));
      Process process =
          new ProcessBuilder(program.toString(), "-c", settings.toString())
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("clamd.log").toFile())
              .start();
      if (!Waiting.until(LIMIT, () -> listens(port) || !process.isAlive()) || !process.isAlive()) {
        process.destroyForcibly();
        throw new StackFailure("clamd did not start: see " + folder.resolve("clamd.log"));
      }
      return new Clamd(process, port);
    } catch (IOException e) {
      throw new StackFailure("clamd cannot be run: " + e.getMessage(), e);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0)) {
      return free.getLocalPort();
    }
  }

  /** Where it listens. */
  public int port() {
    return port;
  }

  @Override
  public void close() {
    process.destroyForcibly();
    process.onExit().join();
  }

  private static boolean listens(int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress("127.0.0.1", port), 500);
      return true;
    } catch (IOException notYet) {
      return false;
    }
  }

  private static boolean root() {
    return "root".equals(System.getProperty("user.name"));
  }

  private static Path installed() {
    System.out.println("There is no clamd here: installing Debian's package clamav-daemon");
    Chromium.apt("update");
    Chromium.apt("install", "-y", "--no-install-recommends", "clamav-daemon");
    return found().orElseThrow(() -> new StackFailure("No clamd: install clamav-daemon"));
  }

  private static Optional<Path> found() {
    return Stream.concat(
            Stream.of(System.getenv("PATH").split(File.pathSeparator)), Stream.of("/usr/sbin"))
        .map(folder -> Path.of(folder, "clamd"))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
