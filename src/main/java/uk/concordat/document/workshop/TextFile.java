package uk.concordat.document.workshop;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import uk.concordat.kernel.InvalidInput;

/** A file of plain text. */
record TextFile(byte[] bytes) {

  /**
   * @throws InvalidInput {@code not-text} where it is no UTF-8, or holds what is no text
   */
  void check() {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      if (text.chars().anyMatch(one -> one < ' ' && "\t\n\r\f".indexOf(one) < 0)) {
        throw new InvalidInput("file", "not-text");
      }
    } catch (CharacterCodingException notUtf8) {
      throw new InvalidInput("file", "not-text");
    }
  }
}
