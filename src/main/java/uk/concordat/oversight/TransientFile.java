package uk.concordat.oversight;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * An answer that is written to the disk first: it is sent only once it is whole and its entry in
 * the ledger committed, and is deleted then. Readable by the portal's own user only.
 */
public final class TransientFile {
  private final Path file;

  /** Makes an empty one. */
  public TransientFile(String name) {
    try {
      file = Files.createTempFile("concordat-" + name + "-", ".tmp");
    } catch (IOException noRoom) {
      throw new UncheckedIOException(noRoom);
    }
  }

  /** Fills it; where that fails nothing is left. */
  public void fill(Consumer<Path> writing) {
    boolean whole = false;
    try {
      writing.accept(file);
      whole = true;
    } finally {
      if (!whole) {
        file.toFile().delete();
      }
    }
  }

  /** How many bytes it has. */
  public long size() {
    try {
      return Files.size(file);
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  /** Sends it and deletes it. */
  public void send(OutputStream out) throws IOException {
    try {
      Files.copy(file, out);
    } finally {
      Files.deleteIfExists(file);
    }
  }
}
