package uk.concordat.audit.note;

import java.util.Arrays;
import java.util.List;

/**
 * What a log says that it is (C2SP tlog-checkpoint). Lines after the third are let pass: whoever
 * signs the note signs them too.
 *
 * @param origin the name of the log
 * @param size how many leaves it has
 * @param root its root hash
 */
public record Checkpoint(String origin, long size, byte[] root) {
  private static final int HASH = 32;
  private static final int LINES = 3;

  /**
   * @throws InvalidNoteException where there can be no such log
   */
  public Checkpoint {
    if (origin.isEmpty() || origin.contains("\n") || size < 0 || root.length != HASH) {
      throw new InvalidNoteException("A checkpoint has an origin, a size and a root of 32 bytes");
    }
  }

  /**
   * Reads the text of a note.
   *
   * @throws InvalidNoteException where it is no checkpoint
   */
  public static Checkpoint parse(String text) {
    String[] lines = text.split("\n", -1);
    // The last line ends too, which leaves an empty piece; no other is empty.
    if (lines.length <= LINES || indexOfEmpty(lines) != lines.length - 1) {
      throw new InvalidNoteException("A checkpoint has three lines or more, none of them empty");
    }
    if (!lines[1].matches("0|[1-9][0-9]{0,17}")) {
      throw new InvalidNoteException("The size of a log is a whole number");
    }
    return new Checkpoint(lines[0], Long.parseLong(lines[1]), StrictBase64.decode(lines[2]));
  }

  /**
   * Reads a checkpoint that its log has signed.
   *
   * @param keys of the log, whose name is the origin of its checkpoints
   * @throws InvalidNoteException where it is no checkpoint, or none of the keys has signed it
   */
  public static Checkpoint open(String note, List<NoteVerifier> keys) {
    SignedNote signed = SignedNote.parse(note);
    Checkpoint checkpoint = parse(signed.text());
    signed.verify(keys.stream().filter(key -> key.name().equals(checkpoint.origin())).toList());
    return checkpoint;
  }

  /** The text that is signed. */
  public String text() {
    return "%s\n%d\n%s\n".formatted(origin, size, StrictBase64.encode(root));
  }

  private static int indexOfEmpty(String[] lines) {
    return Arrays.asList(lines).indexOf("");
  }
}
