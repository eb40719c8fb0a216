package uk.concordat.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;

/** Folders that are expensive to make and never change once made. */
record Cache(Path root) {

  /**
   * The folder of this name; made by the maker where it is missing, aside and then renamed, so that
   * nobody ever sees half of it. A second launcher waits for the first.
   */
  Path folder(String name, Consumer<Path> maker) {
    Path folder = root.resolve(name);
    if (Files.isDirectory(folder)) {
      return folder;
    }
    try (FileChannel channel =
            FileChannel.open(
                root.resolve(name + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.lock()) {
      if (lock.isValid() && !Files.isDirectory(folder)) {
        make(root.resolve(name + ".making"), folder, maker);
      }
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write to the cache " + root, e);
    }
  }

  private static void make(Path aside, Path folder, Consumer<Path> maker) throws IOException {
    // What an earlier launcher left when it was killed.
    Folders.delete(aside);
    Files.createDirectories(aside);
    maker.accept(aside);
    Files.move(aside, folder, StandardCopyOption.ATOMIC_MOVE);
  }
}
