package uk.concordat.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.postgresql.ds.PGSimpleDataSource;
import uk.concordat.stack.Stack;

/** The witness as an agency runs it: the jar that is built beside the WAR, in a Java of its own. */
final class WitnessProgram {
  private static final Path JAR = Path.of("target", "concordat-witness.jar");

  private final Stack stack;
  private final Path folder;

  WitnessProgram(Stack stack, Path folder) {
    this.stack = stack;
    this.folder = folder;
  }

  /**
   * How it ended.
   *
   * @param code its exit code
   * @param said all that it printed
   */
  record Ended(int code, String said) {}

  /** Keeps a file beside the program. */
  void file(String name, String text) {
    try {
      Files.writeString(folder.resolve(name), text);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** Makes its key; answers the public half. */
  String keygen(String name) {
    return run("keygen", "--name", name, "--out", "witness.key").said().strip();
  }

  /** Looks at the log once. */
  Ended looks() {
    return run(
        "witness",
        "--log",
        stack.portal(),
        "--key",
        "log.keys",
        "--as",
        "witness.key",
        "--state",
        "witness.state",
        "--token-file",
        "token",
        "--once");
  }

  /** Walks through the whole ledger in its database. */
  Ended walks() {
    var database = (PGSimpleDataSource) stack.postgres().superuser();
    String address =
        "%s%suser=%s&password=%s"
            .formatted(
                database.getUrl(),
                database.getUrl().contains("?") ? "&" : "?",
                database.getUser(),
                database.getPassword());
    return run("verify", "--database", address, "--key", "log.keys");
  }

  /** Checks an exported file. */
  Ended verifies(String file) {
    return run("verify", "--export", file, "--key", "log.keys");
  }

  private Ended run(String... words) {
    String java = ProcessHandle.current().info().command().orElse("java");
    List<String> command =
        Stream.concat(Stream.of(java, "-jar", JAR.toAbsolutePath().toString()), Stream.of(words))
            .toList();
    try {
      Process process =
          new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Ended(process.onExit().join().exitValue(), said);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
