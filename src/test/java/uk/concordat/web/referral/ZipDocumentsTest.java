package uk.concordat.web.referral;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import uk.concordat.access.DataClass;
import uk.concordat.document.Document;
import uk.concordat.document.DocumentName;
import uk.concordat.document.DocumentType;
import uk.concordat.document.Scan;
import uk.concordat.kernel.NotFound;
import uk.concordat.referral.DocumentReader;

/** A ZIP of documents of which some are withdrawn while it is written. */
class ZipDocumentsTest {
  private static final Instant AT = Instant.parse("2026-11-28T09:00:00Z");

  /** Each document is its own name in two pieces; one of the second breaks off between them. */
  private static final class Reader extends DocumentReader {
    private final String gone;

    Reader(String gone) {
      this.gone = gone;
    }

    @Override
    public void send(Document opened, OutputStream out) throws IOException {
      String name = opened.name().text();
      out.write(name.substring(0, 1).getBytes(UTF_8));
      if (name.equals(gone)) {
        throw new NotFound();
      }
      out.write(name.substring(1).getBytes(UTF_8));
    }
  }

  @Test
  void oneThatIsWithdrawnMeanwhileIsSaidAndTheOthersAreWhole() throws IOException {
    Map<String, String> held = written("b.txt");
    assertThat(held.keySet())
        .containsExactly(
            "documents/01 a.txt",
            "documents/02 b.txt",
            "documents/03 c.txt",
            ZipDocuments.INCOMPLETE);
    assertThat(held).containsEntry("documents/02 b.txt", "b");
    assertThat(held).containsEntry("documents/03 c.txt", "c.txt");
    assertThat(held.get(ZipDocuments.INCOMPLETE))
        .contains("not complete", "documents/02 b.txt")
        .doesNotContain("documents/01", "documents/03");
  }

  @Test
  void whatIsWholeSaysNothing() throws IOException {
    assertThat(written("none").keySet()).hasSize(3).doesNotContain(ZipDocuments.INCOMPLETE);
  }

  private static Map<String, String> written(String gone) throws IOException {
    var bytes = new ByteArrayOutputStream();
    var zip = new ZipOutputStream(bytes, UTF_8);
    List<Document> documents = List.of(document("a.txt"), document("b.txt"), document("c.txt"));
    new ZipDocuments(documents, new Reader(gone), AT).write(zip);
    zip.finish();
    Map<String, String> held = new LinkedHashMap<>();
    try (var read = new ZipInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      for (ZipEntry entry = read.getNextEntry(); entry != null; entry = read.getNextEntry()) {
        held.put(entry.getName(), new String(read.readAllBytes(), UTF_8));
      }
    }
    return held;
  }

  private static Document document(String name) {
    return new Document(
        UUID.randomUUID(),
        UUID.randomUUID(),
        DataClass.D5,
        "WELHAT-COUNCIL",
        new DocumentName(name),
        DocumentType.TEXT,
        name.length(),
        "0".repeat(64),
        Scan.NOT_SCANNED,
        0,
        UUID.randomUUID(),
        "council-officer",
        AT,
        null,
        null);
  }
}
