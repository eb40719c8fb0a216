package uk.concordat.web.referral;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipOutputStream;
import uk.concordat.document.Document;
import uk.concordat.oversight.TransientFile;
import uk.concordat.referral.DocumentReader;
import uk.concordat.referral.ReferralExport;
import uk.concordat.web.London;

/**
 * A referral and its documents as a ZIP: its paper, a list of the documents, and each of them
 * ({@link ZipDocuments}).
 *
 * @param marking how it must be handled
 */
record ReferralZip(ReferralExport export, String marking, Words words, DocumentReader reader) {

  /**
   * Writes it, and ends it. Where it could not be, since its reader was shut out or the machine
   * failed, it has no end and does not open.
   */
  void write(TransientFile paper, OutputStream out) throws IOException {
    var zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    ZipDocuments documents = documents();
    documents.begin(zip, export.referral().reference() + ".pdf");
    paper.send(zip);
    documents.begin(zip, "contents.txt");
    zip.write(contents(documents).getBytes(StandardCharsets.UTF_8));
    documents.write(zip);
    zip.finish();
  }

  private ZipDocuments documents() {
    return new ZipDocuments(export.documents(), reader, export.at());
  }

  private String contents(ZipDocuments documents) {
    var text = new StringBuilder(marking).append("\n\n");
    text.append("Referral %s: its documents\n".formatted(export.referral().reference()));
    text.append(ReferralPaper.origin(export, words)).append("\n");
    if (export.documents().isEmpty()) {
      text.append("\nThere is no document that whoever took it out could see.\n");
    }
    for (int place = 0; place < export.documents().size(); place++) {
      Document document = export.documents().get(place);
      text.append("\n").append(documents.path(place)).append("\n");
      line(text, "Kind", document.type().label());
      line(text, "Size", document.size() + " bytes");
      line(text, "SHA-256", document.digest());
      line(text, "Belongs to", document.dataClass().label());
      line(text, "Viruses", document.scan().label());
      line(text, "Attached by", words.who(document.role(), document.holder()));
      line(text, "Attached on", London.dateTime(document.attachedAt()));
    }
    return text.toString();
  }

  private static void line(StringBuilder text, String label, String said) {
    text.append("  ").append(label).append(": ").append(said).append("\n");
  }
}
