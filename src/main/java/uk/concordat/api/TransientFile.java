package uk.concordat.api;

import jakarta.ws.rs.core.StreamingOutput;
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
final class TransientFile implements StreamingOutput {
  private final Path file;

  TransientFile(String name) {
    try {
      file = Files.createTempFile("concordat-" + name + "-", ".tmp");
    } catch (IOException noRoom) {
      throw new UncheckedIOException(noRoom);
    }
  }

  /** Fills it; where that fails nothing is left. */
  void fill(Consumer<Path> writing) {
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

  long size() {
    try {
      return Files.size(file);
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  @Override
  public void write(OutputStream out) throws IOException {
    try {
      Files.copy(file, out);
    } finally {
      Files.deleteIfExists(file);
    }
  }
}
