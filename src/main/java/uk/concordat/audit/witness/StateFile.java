package uk.concordat.audit.witness;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Optional;

/**
 * The newest checkpoint that fitted: the memory of a witness, and the only thing it must not lose.
 */
final class StateFile {
  private final Path file;

  StateFile(Path file) {
    this.file = file.toAbsolutePath();
  }

  Optional<String> read() throws IOException {
    return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
  }

  /** Written aside and renamed: a power cut leaves the earlier state or the later. */
  void write(String note) throws IOException {
    Path aside = file.resolveSibling(file.getFileName() + ".new");
    try (FileChannel channel =
        FileChannel.open(
            aside,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      ByteBuffer bytes = ByteBuffer.wrap(note.getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
    Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /**
   * Keeps two notes of the log that contradict each other, side by side.
   *
   * @return the folder
   */
  Path keepEvidence(Optional<String> earlier, String later, Instant now) throws IOException {
    String when = now.toString().replace(":", "");
    Path folder = file.resolveSibling(file.getFileName() + ".evidence-" + when);
    Files.createDirectories(folder);
    if (earlier.isPresent()) {
      Files.writeString(folder.resolve("earlier"), earlier.get());
    }
    Files.writeString(folder.resolve("later"), later);
    return folder;
  }
}
