package uk.concordat.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import uk.concordat.document.Busy;
import uk.concordat.document.Document;
import uk.concordat.document.DocumentType;
import uk.concordat.document.KeptFile;
import uk.concordat.document.Pages;
import uk.concordat.document.Preview;
import uk.concordat.kernel.NotFound;

/**
 * Pages of documents to be looked at. The document is opened in a transaction, which writes the
 * ledger entry, and drawn after it: what takes seconds holds nothing in the database.
 */
@ApplicationScoped
public class Previews {
  @Inject DocumentService documents;
  @Inject Pages pages;

  /**
   * How many pages of a document that the caller was shown can be looked at; none of one that was
   * withdrawn, nor while too many files are worked on.
   */
  public int count(String reference, Document document) {
    if (document.withdrawn() != null || !document.type().previewed()) {
      return 0;
    }
    if (document.type() != DocumentType.PDF) {
      return 1;
    }
    try {
      return pages.count(() -> kept(reference, document.id()));
    } catch (Busy busy) {
      return 0;
    }
  }

  /**
   * A page of one as a picture.
   *
   * @param number from 1
   * @throws NotFound where the caller may not see it, it has no such page, or that cannot be drawn
   * @throws Busy where too many files are worked on
   */
  public Preview page(String reference, UUID id, int number) {
    return pages.page(() -> kept(reference, id), number).orElseThrow(NotFound::new);
  }

  private KeptFile kept(String reference, UUID id) {
    WholeDocument whole = documents.whole(reference, id);
    return new KeptFile(whole.document().type(), whole.bytes());
  }
}
