package uk.concordat.audit.note;

import java.util.Arrays;
import java.util.HexFormat;

/**
 * The text of a key: {@code name+id+base64(kind, 32 bytes)}.
 *
 * @param name of the key
 * @param id what the text says that follows from name, kind and public key
 * @param algorithm its kind
 * @param material the public key or the seed of the private one
 */
record EncodedKey(String name, int id, NoteAlgorithm algorithm, byte[] material) {
  private static final int MATERIAL = 32;
  private static final int PARTS = 3;

  static EncodedKey parse(String text) {
    String[] parts = text.split("\\+", PARTS);
    if (parts.length != PARTS || !parts[1].matches("[0-9a-f]{8}")) {
      throw new InvalidNoteException("A key is name+id+base64");
    }
    byte[] bytes = StrictBase64.decode(parts[2]);
    if (bytes.length != MATERIAL + 1) {
      throw new InvalidNoteException("An Ed25519 key has 32 bytes");
    }
    return new EncodedKey(
        KeyName.checked(parts[0]),
        HexFormat.fromHexDigits(parts[1]),
        NoteAlgorithm.of(bytes[0]),
        Arrays.copyOfRange(bytes, 1, bytes.length));
  }

  String text() {
    byte[] bytes = new byte[material.length + 1];
    bytes[0] = algorithm.code();
    System.arraycopy(material, 0, bytes, 1, material.length);
    return "%s+%08x+%s".formatted(name, id, StrictBase64.encode(bytes));
  }
}
