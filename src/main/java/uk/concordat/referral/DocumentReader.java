package uk.concordat.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import uk.concordat.document.Document;

/**
 * Sends documents once the transaction is over that opened them and put that into the ledger:
 * nothing of the database is held while somebody far away takes one in.
 */
@ApplicationScoped
public class DocumentReader {
  @Inject DocumentService documents;

  /**
   * Writes the bytes of one that {@link DocumentService#open} found whole, a piece at a time, so
   * that no file is in memory. Where the caller's sight of it ends meanwhile, so does this.
   */
  public void send(Document opened, OutputStream out) throws IOException {
    for (int number = 0; number < opened.pieces(); number++) {
      out.write(documents.piece(opened, number));
    }
  }
}
