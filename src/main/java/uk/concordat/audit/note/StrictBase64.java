package uk.concordat.audit.note;

import java.util.Base64;

/** Base64 in its one canonical form, so that two texts are never the same bytes. */
public final class StrictBase64 {
  private StrictBase64() {}

  /** The bytes as text. */
  public static String encode(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  /**
   * The bytes of a text.
   *
   * @throws InvalidNoteException where {@link #encode} would not give that text
   */
  public static byte[] decode(String text) {
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException noBase64) {
      throw new InvalidNoteException("That is no base64");
    }
    // The decoder lets missing padding and stray last bits pass.
    if (!encode(bytes).equals(text)) {
      throw new InvalidNoteException("That is base64, but not its canonical form");
    }
    return bytes;
  }
}
