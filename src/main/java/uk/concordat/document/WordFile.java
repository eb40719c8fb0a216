package uk.concordat.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import uk.concordat.kernel.InvalidInput;

/**
 * A file that is a ZIP: a Word document without anything that runs or is fetched, or refused. It is
 * read part by part, and no more of it than the limits say.
 */
record WordFile(byte[] bytes) {
  private static final String TYPES = "[Content_Types].xml";
  private static final String WORD =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

  /** What a small part may be unfolded into, whatever its ratio. */
  private static final long SMALL = 1024 * 1024;

  private static final long RATIO = 200;
  private static final int DECLARATIONS = 4 * 1024 * 1024;
  private static final Pattern RUNS =
      Pattern.compile(
          "(?i).*(vbaproject|vbadata|activex|macrosheet|\\.bin$|\\.exe$|\\.js$|\\.vbs$).*");
  private static final Pattern EMBEDDED = Pattern.compile("(?i).*(/embeddings/|afchunk).*");
  private static final Pattern EXTERNAL =
      Pattern.compile("(?is)<Relationship\\b[^>]*TargetMode\\s*=\\s*[\"']External[\"'][^>]*>");

  /**
   * That it is a Word document.
   *
   * @throws InvalidInput {@code archive}, {@code other-office}, {@code macros}, {@code embedded},
   *     {@code fetches} or {@code inflates} where it is something else or holds that
   */
  DocumentType type() throws IOException {
    boolean word = false;
    boolean office = false;
    long inflated = 0;
    int entries = 0;
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        entries++;
        String name = entry.getName();
        boolean read = name.equals(TYPES) || name.toLowerCase(Locale.ROOT).endsWith(".rels");
        String text = read ? text(zip) : null;
        inflated += read ? text.length() : size(zip, DocumentLimits.INFLATED_BYTES - inflated);
        refuse(entries > DocumentLimits.ZIP_ENTRIES, "inflates");
        if (name.equals(TYPES)) {
          office = true;
          word = text.contains(WORD);
          refuse(text.contains("macroEnabled") || text.contains("vbaProject"), "macros");
        } else {
          harmless(name, text);
        }
        zip.closeEntry();
        refuse(
            entry.getCompressedSize() > 0
                && entry.getSize() > SMALL
                && entry.getSize() / entry.getCompressedSize() > RATIO,
            "inflates");
      }
    } catch (IllegalArgumentException name) {
      throw new IOException(name);
    }
    refuse(!office, "archive");
    refuse(!word, "other-office");
    return DocumentType.DOCX;
  }

  private static void harmless(String name, String text) {
    refuse(RUNS.matcher(name).matches(), "macros");
    refuse(EMBEDDED.matcher(name).matches(), "embedded");
    if (text != null) {
      refuse(text.contains("aFChunk"), "embedded");
      refuse(
          EXTERNAL
              .matcher(text)
              .results()
              .anyMatch(found -> !found.group().contains("/relationships/hyperlink\"")),
          "fetches");
    }
  }

  private static String text(InputStream part) throws IOException {
    byte[] read = part.readNBytes(DECLARATIONS);
    refuse(read.length == DECLARATIONS, "inflates");
    return new String(read, StandardCharsets.UTF_8);
  }

  private static long size(InputStream part, long most) throws IOException {
    byte[] some = new byte[64 * 1024];
    long size = 0;
    for (int read = part.read(some); read >= 0; read = part.read(some)) {
      size += read;
      refuse(size > most, "inflates");
    }
    return size;
  }

  private static void refuse(boolean holds, String code) {
    if (holds) {
      throw new InvalidInput("file", code);
    }
  }
}
