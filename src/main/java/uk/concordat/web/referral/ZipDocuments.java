package uk.concordat.web.referral;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import uk.concordat.document.Document;
import uk.concordat.kernel.NotFound;
import uk.concordat.referral.DocumentReader;

/**
 * Documents in a ZIP, each under its number and name, so that no two have the same name. Where one
 * is withdrawn while it is written, or the reader loses sight of it, what is there of it breaks
 * off, and a part says so: no such ZIP looks whole.
 *
 * @param at which time each part has
 */
record ZipDocuments(List<Document> documents, DocumentReader reader, Instant at) {
  /** The part that says what is not whole; there is none where everything is. */
  static final String INCOMPLETE = "NOT COMPLETE - read this first.txt";

  /** Writes them, one after another. */
  void write(ZipOutputStream zip) throws IOException {
    List<String> broken = new ArrayList<>();
    for (int place = 0; place < documents.size(); place++) {
      begin(zip, path(place));
      try {
        reader.send(documents.get(place), zip);
      } catch (NotFound goneMeanwhile) {
        broken.add(path(place));
      }
    }
    if (!broken.isEmpty()) {
      begin(zip, INCOMPLETE);
      zip.write(said(broken).getBytes(StandardCharsets.UTF_8));
    }
  }

  /** Begins a part. */
  void begin(ZipOutputStream zip, String name) throws IOException {
    var entry = new ZipEntry(name);
    entry.setTime(at.toEpochMilli());
    zip.putNextEntry(entry);
  }

  /** Where one of them lies, by its place from 0. */
  String path(int place) {
    return "documents/%02d %s".formatted(place + 1, documents.get(place).name().text());
  }

  private static String said(List<String> broken) {
    return "This file is not complete. While it was being made, these documents were withdrawn, or you"
        + " lost sight of them. What is here of them breaks off, or is empty. Do not use it:\n\n  "
        + String.join("\n  ", broken)
        + "\n";
  }
}
