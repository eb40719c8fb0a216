package uk.concordat.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Where the stack keeps its things, and the care of folders. */
final class Folders {
  /** Twice what the cache takes, three times what a running stack writes on its first day. */
  private static final long ENOUGH_MB = 500;

  private Folders() {}

  /** The cache shared by all clones of this user, by the rules of freedesktop.org. */
  static Path cache() {
    String set = System.getenv("XDG_CACHE_HOME");
    Path base =
        set == null || set.isBlank()
            ? Path.of(System.getProperty("user.home"), ".cache")
            : Path.of(set);
    return make(base.resolve("concordat"));
  }

  /** A place in the source tree, from wherever Maven was called. */
  static Path source(String name) {
    return Path.of(System.getProperty("concordat.source", "")).toAbsolutePath().resolve(name);
  }

  static Path make(Path folder) {
    try {
      return Files.createDirectories(folder);
    } catch (IOException e) {
      throw new StackFailure(
          "Folder %s cannot be made: give yourself the right to write there".formatted(folder), e);
    }
  }

  /** A folder that is there, may be written to and has room; the message says what it lacks. */
  static Path usable(Path folder) {
    make(folder);
    requireWritable(folder);
    requireSpace(folder);
    return folder;
  }

  /**
   * Tries it: what the rights say of root, or of a disk mounted for reading only, is not enough.
   */
  private static void requireWritable(Path folder) {
    try {
      Files.delete(Files.createTempFile(folder, "write", ".probe"));
    } catch (IOException e) {
      throw new StackFailure(
          "Folder %s cannot be written to: give yourself the right, or make room there"
              .formatted(folder),
          e);
    }
  }

  /** Fails early where a start would fail half way. */
  static void requireSpace(Path folder) {
    try {
      long free = Files.getFileStore(folder).getUsableSpace() >> 20;
      if (free < ENOUGH_MB) {
        throw new StackFailure(
            "Only %d MB are free at %s: make room for %d MB".formatted(free, folder, ENOUGH_MB));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Copies a folder and all in it with its owners and rights; does not follow links. */
  static void copy(Path from, Path to) {
    try (Stream<Path> walk = Files.walk(from)) {
      for (Path each : walk.toList()) {
        Files.copy(
            each,
            to.resolve(from.relativize(each).toString()),
            StandardCopyOption.COPY_ATTRIBUTES,
            LinkOption.NOFOLLOW_LINKS);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot copy " + from, e);
    }
  }

  /** Deletes a folder and all in it; does not follow links. */
  static void delete(Path folder) {
    if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    try (Stream<Path> walk = Files.walk(folder)) {
      List<Path> deepestFirst = walk.sorted(Comparator.reverseOrder()).toList();
      for (Path each : deepestFirst) {
        Files.deleteIfExists(each);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot delete " + folder, e);
    }
  }
}
