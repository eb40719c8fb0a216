package uk.concordat.audit.note;

import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A state of a log (C2SP tlog-checkpoint).
 *
 * @param origin name of the log
 * @param size how many leaves it has
 * @param root its root hash, 32 bytes
 */
public record Checkpoint(String origin, long size, byte[] root) {
  private static final Pattern SIZE = Pattern.compile("0|[1-9][0-9]{0,17}");
  private static final int LINES = 3;
  private static final int HASH = 32;

  /**
   * Reads the text of a checkpoint; lines after the third are extensions and say nothing here.
   *
   * @throws IllegalArgumentException where it is none
   */
  public static Checkpoint parse(String text) {
    String[] lines = text.split("\n", -1);
    if (lines.length <= LINES || lines[0].isEmpty() || !SIZE.matcher(lines[1]).matches()) {
      throw new IllegalArgumentException("This is no checkpoint");
    }
    byte[] root = Base64.getDecoder().decode(lines[2]);
    if (root.length != HASH) {
      throw new IllegalArgumentException("The checkpoint has no root hash");
    }
    return new Checkpoint(lines[0], Long.parseLong(lines[1]), root);
  }

  /**
   * Reads a signed checkpoint and checks that its log signed it.
   *
   * @param keys of the log, all of the name that the checkpoint must have as its origin
   * @throws IllegalArgumentException where it is none, or none of the keys signed it
   */
  public static Checkpoint open(String note, List<NoteVerifier> keys) {
    SignedNote signed = SignedNote.parse(note);
    Checkpoint checkpoint = parse(signed.text());
    List<NoteVerifier> own =
        keys.stream().filter(key -> key.name().equals(checkpoint.origin())).toList();
    if (!signed.signedBy(own)) {
      throw new IllegalArgumentException("The log did not sign this checkpoint");
    }
    return checkpoint;
  }

  /** What is signed. */
  public String text() {
    return "%s\n%d\n%s\n".formatted(origin, size, Base64.getEncoder().encodeToString(root));
  }
}
