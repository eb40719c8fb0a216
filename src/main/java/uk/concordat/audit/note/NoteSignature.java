package uk.concordat.audit.note;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;

/**
 * One line under a note.
 *
 * @param name of the key that signed
 * @param id of that key
 * @param bytes the signature; in a cosignature the time stands before it
 */
public record NoteSignature(String name, int id, byte[] bytes) {
  static final String DASH = "\u2014 ";

  private static final int ID = Integer.BYTES;

  static NoteSignature parse(String line) {
    int space = line.lastIndexOf(' ');
    if (!line.startsWith(DASH) || space < DASH.length()) {
      throw new InvalidNoteException("A signature is a dash, a name and base64");
    }
    byte[] all = StrictBase64.decode(line.substring(space + 1));
    if (all.length <= ID) {
      throw new InvalidNoteException("A signature is longer than the number of its key");
    }
    return new NoteSignature(
        KeyName.checked(line.substring(DASH.length(), space)),
        ByteBuffer.wrap(all).getInt(),
        Arrays.copyOfRange(all, ID, all.length));
  }

  /** When a witness cosigned. Only for a signature that a key for cosignatures has verified. */
  public Instant time() {
    return Instant.ofEpochSecond(ByteBuffer.wrap(bytes).getLong());
  }

  /** The line as it stands under the note, with its end. */
  public String line() {
    byte[] all = ByteBuffer.allocate(ID + bytes.length).putInt(id).put(bytes).array();
    return DASH + name + " " + StrictBase64.encode(all) + "\n";
  }
}
