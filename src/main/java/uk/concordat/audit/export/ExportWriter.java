package uk.concordat.audit.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes a part of the ledger into a zip file, entry by entry. */
public final class ExportWriter implements AutoCloseable {
  static final String CHECKPOINT = "checkpoint";
  static final String KEYS = "keys";
  static final String RANGE = "range.json";
  static final String ENTRIES = "entries.jsonl";

  private final ZipOutputStream zip;

  /**
   * Begins a file.
   *
   * @param out where to; closed with this
   * @param checkpoint the signed note of a tree that has all leaves of the range
   * @param keys verifier keys, for information: whoever checks brings their own
   * @param range which leaves follow
   */
  public ExportWriter(OutputStream out, String checkpoint, List<String> keys, ExportRange range)
      throws IOException {
    zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    part(CHECKPOINT, checkpoint);
    part(KEYS, String.join("\n", keys) + "\n");
    part(RANGE, range.json());
    zip.putNextEntry(new ZipEntry(ENTRIES));
  }

  /** Writes the next entry. */
  public void add(Row row) throws IOException {
    text(RowJson.write(row) + "\n");
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }

  private void part(String name, String content) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    text(content);
    zip.closeEntry();
  }

  private void text(String text) throws IOException {
    zip.write(text.getBytes(StandardCharsets.UTF_8));
  }
}
