package uk.concordat.stack;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The browser of the tests: the one named, else one that is there, else Debian's, installed. */
public final class Chromium {
  /** The property that names another browser. */
  public static final String PROPERTY = "concordat.browser";

  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome");

  private Chromium() {}

  /** The options that it needs to run without a screen, without a sandbox and without chatter. */
  public static List<String> arguments() {
    return List.of(
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync");
  }

  /** The program; installs Debian's package, and says so first, where there is none and it may. */
  public static Path path() {
    String named = System.getProperty(PROPERTY, "");
    if (!named.isBlank()) {
      return Optional.of(Path.of(named))
          .filter(Files::isExecutable)
          .orElseThrow(
              () -> new StackFailure("No browser at %s: correct -D%s".formatted(named, PROPERTY)));
    }
    return found().orElseGet(Chromium::installed);
  }

  private static Path installed() {
    if (onPath("apt-get").isEmpty() || !"root".equals(System.getProperty("user.name"))) {
      throw new StackFailure(
          "No browser: install Chromium (Debian: apt-get install chromium) or name one with -D"
              + PROPERTY);
    }
    System.out.println("There is no Chromium here: installing Debian's package chromium");
    apt("update");
    apt("install", "-y", "--no-install-recommends", "chromium");
    return found().orElseThrow(() -> new StackFailure("Debian's Chromium came without a program"));
  }

  static void apt(String... arguments) {
    List<String> command = Stream.concat(Stream.of("apt-get", "-q"), Stream.of(arguments)).toList();
    try {
      Path log = Files.createTempFile("apt-get", ".log");
      ProcessBuilder builder =
          new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
      builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
      if (builder.start().onExit().join().exitValue() != 0) {
        throw new StackFailure(
            "%s failed: see %s, or name a browser with -D%s"
                .formatted(String.join(" ", command), log, PROPERTY));
      }
      Files.delete(log);
    } catch (IOException e) {
      throw new StackFailure("apt-get cannot be run: " + e.getMessage(), e);
    }
  }

  private static Optional<Path> found() {
    return NAMES.stream().map(Chromium::onPath).flatMap(Optional::stream).findFirst();
  }

  private static Optional<Path> onPath(String program) {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .map(folder -> Path.of(folder, program))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
