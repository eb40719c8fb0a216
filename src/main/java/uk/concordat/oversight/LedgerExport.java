package uk.concordat.oversight;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.time.YearMonth;
import uk.concordat.audit.LeafSpan;
import uk.concordat.audit.LedgerKeys;
import uk.concordat.audit.MerkleLog;
import uk.concordat.audit.export.ExportRange;
import uk.concordat.audit.export.ExportWriter;
import uk.concordat.audit.export.Row;
import uk.concordat.audit.note.Checkpoint;
import uk.concordat.audit.note.SignedNote;

/**
 * Writes a month of the ledger so that it can be checked by whoever has the log's key and nothing
 * else. What the caller's agency may not have is in it by its hash alone.
 */
@ApplicationScoped
class LedgerExport {
  private static final int PAGE = 2_000;

  @Inject MerkleLog log;
  @Inject RowRepository rows;
  @Inject LedgerKeys keys;

  /**
   * Which leaves are of a month (UTC): from the first entry that was made in it on, up to the first
   * that was made after it. What was committed just across midnight may be in its neighbour.
   *
   * @return never null; empty where the month has no leaf yet
   */
  LeafSpan span(YearMonth month) {
    long size = log.size();
    long from = rows.firstOf(month).orElse(size);
    long to = rows.firstOf(month.plusMonths(1)).orElse(size);
    return new LeafSpan(Math.min(from, size), Math.min(Math.max(from, to), size));
  }

  /**
   * Writes the leaves of a span, under the newest checkpoint. In the caller's transaction and in
   * the same memory however many they are.
   *
   * @param out closed at the end
   */
  void write(LeafSpan span, OutputStream out) throws IOException {
    rows.hold();
    String note = log.checkpoint().orElseThrow();
    long size = Checkpoint.parse(SignedNote.parse(note).text()).size();
    var range = ExportRange.between(log.range(0, span.from()), log.range(span.to(), size));
    try (var writer = new ExportWriter(out, note, keys.verifierKeys(), range)) {
      for (long at = span.from(); at < span.to(); at += PAGE) {
        for (Row row : rows.rows(at, Math.min(at + PAGE, span.to()))) {
          writer.add(row);
        }
      }
    }
  }
}
