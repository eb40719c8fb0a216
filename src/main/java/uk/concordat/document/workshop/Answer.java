package uk.concordat.document.workshop;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.regex.Pattern;
import uk.concordat.document.DocumentLimits;
import uk.concordat.document.DocumentType;

/**
 * What became of a {@link Job}.
 *
 * @param refusal why the file is not taken; empty where it is
 * @param type what it is; null where that was not asked
 * @param pages how many there are to be shown; 0 where none is, or that was not asked
 * @param bytes what is kept of it, or the picture of the page as PNG; null where the file is kept
 *     as it was sent, or nothing was drawn
 */
public record Answer(String refusal, DocumentType type, int pages, byte[] bytes) {
  /** No more than a file may have is kept of it. */
  private static final int MOST_BYTES = DocumentLimits.FILE_BYTES;

  private static final Pattern REFUSAL = Pattern.compile("[a-z-]{0,40}");
  private static final int NO_BYTES = -1;

  static Answer notTaken(String code) {
    return new Answer(code, null, 0, null);
  }

  static Answer kept(DocumentType type, int pages, byte[] bytes) {
    return new Answer("", type, pages, bytes);
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
    if (length > MOST_BYTES
        || length < NO_BYTES
        || pages < 0
        || pages > DocumentLimits.PREVIEW_PAGES
        || !REFUSAL.matcher(refusal).matches()) {
      throw new IOException("no answer");
    }
    byte[] bytes = null;
    if (length != NO_BYTES) {
      bytes = new byte[length];
      in.readFully(bytes);
    }
    try {
      return new Answer(refusal, type.isEmpty() ? null : DocumentType.valueOf(type), pages, bytes);
    } catch (IllegalArgumentException noType) {
      throw new IOException(noType);
    }
  }
}
