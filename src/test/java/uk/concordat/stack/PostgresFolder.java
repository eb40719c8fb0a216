package uk.concordat.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The data directory of one PostgreSQL server. */
record PostgresFolder(Path path) {
  private static final Duration LAST_ONE_LEAVES = Duration.ofSeconds(10);

  boolean exists() {
    return Files.exists(path.resolve("PG_VERSION"));
  }

  /** Makes the cluster aside, then renames it: a power cut never leaves half a cluster behind. */
  void create(PostgresBinaries binaries, String password, Path log, Children children) {
    Path aside = path.resolveSibling(path.getFileName() + ".making");
    Path passwordFile = path.resolveSibling("initdb.password");
    Folders.delete(aside);
    try {
      Files.deleteIfExists(passwordFile);
      Files.createFile(
          passwordFile,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(passwordFile, password);
      List<String> initdb =
          List.of(
              binaries.initdb(),
              "--pgdata=" + aside,
              "--username=postgres",
              "--auth=scram-sha-256",
              "--pwfile=" + passwordFile,
              "--encoding=UTF8",
              "--locale=C.UTF-8",
              "--locale-provider=builtin",
              "--builtin-locale=C.UTF-8");
      children.run("initdb", PostgresUser.may(initdb), log);
      Files.move(aside, path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      Folders.delete(passwordFile);
    }
  }

  /**
   * Removes the lock of a server that a power cut ended. PostgreSQL itself keeps it when the number
   * now belongs to any other process; only what works in this very folder counts here. The sessions
   * of a server that was killed leave a moment after it, and until then no other may start: their
   * memory is still in use.
   */
  void clearStaleLock() {
    if (!Waiting.until(LAST_ONE_LEAVES, () -> atWork().isEmpty())) {
      throw new StackFailure(
          "PostgreSQL already runs in %s: stop it with kill %d"
              .formatted(path, atWork().orElseThrow()));
    }
    Folders.delete(path.resolve("postmaster.pid"));
  }

  /** The first that was started of those who work here, which is the server while it lives. */
  private Optional<Long> atWork() {
    try (Stream<ProcessHandle> all = ProcessHandle.allProcesses()) {
      return all.map(ProcessHandle::pid).filter(this::worksHere).sorted().findFirst();
    }
  }

  private boolean worksHere(long pid) {
    try {
      Path process = Path.of("/proc", Long.toString(pid));
      String command = Files.readString(process.resolve("comm")).strip();
      return command.equals("postgres") && Files.isSameFile(process.resolve("cwd"), path);
    } catch (IOException goneOrAnothers) {
      return false;
    }
  }
}
