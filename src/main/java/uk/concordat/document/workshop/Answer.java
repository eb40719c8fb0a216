package uk.concordat.document.workshop;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import uk.concordat.document.DocumentLimits;
import uk.concordat.document.DocumentType;

/**
 * What became of a {@link Job}.
 *
 * @param refusal why the file is not taken; empty where it is
 * @param type what it is; null where that was not asked
 * @param pages how many there are to be shown; 0 where that was not asked
 * @param bytes what is kept of it, or the picture of the page as PNG; null where the file is kept
 *     as it was sent, or nothing was drawn
 */
public record Answer(String refusal, DocumentType type, int pages, byte[] bytes) {
  /** More than any picture that is drawn anew within its limits. */
  private static final int MOST_BYTES = 4 * DocumentLimits.FILE_BYTES;

  private static final int NO_BYTES = -1;

  static Answer notTaken(String code) {
    return new Answer(code, null, 0, null);
  }

  static Answer kept(DocumentType type, byte[] bytes) {
    return new Answer("", type, 0, bytes);
  }

  static Answer counted(int pages) {
    return new Answer("", null, pages, null);
  }

  static Answer drawn(byte[] png) {
    return new Answer("", null, 0, png);
  }

  void write(DataOutputStream out) throws IOException {
    out.writeUTF(refusal);
    out.writeUTF(type == null ? "" : type.name());
    out.writeInt(pages);
    out.writeInt(bytes == null ? NO_BYTES : bytes.length);
    if (bytes != null) {
      out.write(bytes);
    }
    out.flush();
  }

  /**
   * Takes it over; what it says is believed as far as it is bounded.
   *
   * @throws IOException also where it is none
   */
  public static Answer read(DataInputStream in) throws IOException {
    String refusal = in.readUTF();
    String type = in.readUTF();
    int pages = in.readInt();
    int length = in.readInt();
    if (length > MOST_BYTES || length < NO_BYTES) {
      throw new IOException("no answer");
    }
    byte[] bytes = length == NO_BYTES ? null : in.readNBytes(length);
    if (bytes != null && bytes.length < length) {
      throw new EOFException();
    }
    try {
      return new Answer(refusal, type.isEmpty() ? null : DocumentType.valueOf(type), pages, bytes);
    } catch (IllegalArgumentException noType) {
      throw new IOException(noType);
    }
  }
}
