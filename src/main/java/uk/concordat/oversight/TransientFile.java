package uk.concordat.oversight;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * An answer that is written to the disk first: it is sent only once it is whole and its entry in
 * the ledger committed. Readable by the portal's own user only; once it is filled it has no name
 * any more, so that nothing is left of it, however the portal ends.
 */
public final class TransientFile {
  private final String name;
  private InputStream content;
  private long size;

  /** Makes an empty one. */
  public TransientFile(String name) {
    this.name = name;
  }

  /** Fills it; where that fails nothing is left. */
  public void fill(Consumer<Path> writing) {
    try {
      Path file = Files.createTempFile("concordat-" + name + "-", ".tmp");
      try {
        writing.accept(file);
        size = Files.size(file);
        content = Files.newInputStream(file);
      } finally {
        Files.delete(file);
      }
    } catch (IOException noRoom) {
      throw new UncheckedIOException(noRoom);
    }
  }

  /** How many bytes it has. */
  public long size() {
    return size;
  }

  /** Sends it, once. */
  public void send(OutputStream out) throws IOException {
    try (InputStream all = content) {
      all.transferTo(out);
    }
  }
}
