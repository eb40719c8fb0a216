package uk.concordat.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import uk.concordat.document.Document;
import uk.concordat.document.DocumentType;
import uk.concordat.document.Pages;
import uk.concordat.kernel.NotFound;

/**
 * Pages of documents to be looked at. The document is opened in a transaction, which writes the
 * ledger entry, and drawn and sent after it: what takes seconds holds nothing in the database.
 */
@ApplicationScoped
public class Previews {
  @Inject DocumentService documents;
  @Inject DocumentReader reader;
  @Inject Pages pages;

  /**
   * A page of one as a picture: of a PDF drawn, of a picture itself, which is sent a piece at a
   * time.
   *
   * @param number from 1
   * @throws NotFound where the caller may not see it, it has no such page, or that cannot be drawn
   * @throws uk.concordat.document.Busy where too many files are worked on
   */
  public ShownPage page(String reference, UUID id, int number) {
    DocumentType type = documents.type(reference, id);
    if (type == DocumentType.PDF) {
      return drawn(reference, id, number);
    }
    if (!type.picture() || number != 1) {
      throw new NotFound();
    }
    Document opened = documents.open(reference, id);
    return new ShownPage(type.mediaType(), opened.size(), out -> reader.send(opened, out));
  }

  private ShownPage drawn(String reference, UUID id, int number) {
    byte[] png =
        pages.drawn(() -> documents.whole(reference, id), number).orElseThrow(NotFound::new);
    return new ShownPage(DocumentType.PNG.mediaType(), png.length, out -> out.write(png));
  }
}
