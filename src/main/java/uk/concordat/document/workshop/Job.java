package uk.concordat.document.workshop;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;

/**
 * One thing to be done with a file.
 *
 * @param page from 1, where a page is to be drawn
 */
public record Job(Task task, int page, byte[] file) {

  /** What is to be done. */
  public enum Task {
    /** To tell what it is, and make it harmless. */
    CHECK,
    /** To draw one of them. */
    DRAW
  }

  /** To tell what a file is, and make it harmless. */
  public static Job check(byte[] file) {
    return new Job(Task.CHECK, 0, file);
  }

  /** To draw a page of a PDF, from 1. */
  public static Job draw(byte[] pdf, int page) {
    return new Job(Task.DRAW, page, pdf);
  }

  /** Hands it over. */
  public void write(DataOutputStream out) throws IOException {
    out.writeUTF(task.name());
    out.writeInt(page);
    out.writeInt(file.length);
    out.write(file);
    out.flush();
  }

  static Job read(DataInputStream in) throws IOException {
    Task task = Task.valueOf(in.readUTF());
    int page = in.readInt();
    int length = in.readInt();
    byte[] file = in.readNBytes(length);
    if (file.length < length) {
      throw new EOFException();
    }
    return new Job(task, page, file);
  }
}
