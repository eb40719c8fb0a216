package uk.concordat.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * PostgreSQL refuses to run as root; a user namespace lets root's own files be served by nobody.
 */
final class PostgresUser {
  private PostgresUser() {}

  /** The command as a user that PostgreSQL accepts: unchanged unless we are root. */
  static List<String> may(List<String> command) {
    if (!isRoot()) {
      return command;
    }
    List<String> wrapped = new ArrayList<>(List.of("unshare", "--user", "--"));
    requireNamespaces();
    wrapped.addAll(command);
    return wrapped;
  }

  private static boolean isRoot() {
    try {
      return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
    } catch (IOException e) {
      return false;
    }
  }

  private static void requireNamespaces() {
    try {
      Process probe = new ProcessBuilder("unshare", "--user", "--", "true").start();
      if (probe.onExit().join().exitValue() != 0) {
        throw refused(null);
      }
    } catch (IOException e) {
      throw refused(e);
    }
  }

  private static StackFailure refused(IOException cause) {
    return new StackFailure(
        "PostgreSQL does not run as root here (unshare --user is refused): run as an ordinary user",
        cause);
  }
}
