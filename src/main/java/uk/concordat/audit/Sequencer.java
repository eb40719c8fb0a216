package uk.concordat.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import uk.concordat.audit.merkle.Edge;
import uk.concordat.audit.merkle.TreeHash;
import uk.concordat.audit.note.Checkpoint;

/**
 * Gives committed entries their place in the tree and signs what the tree is then. Whoever appends
 * never waits for it. One at a time works, in however many portals it runs: the others find the
 * lock taken and leave. What was not sequenced when a portal died waits for the next pass.
 */
@ApplicationScoped
public class Sequencer {
  /** The most entries that one pass takes. */
  public static final int MOST = 2_000;

  private static final int MONTHS_AHEAD = 12;

  @Inject TreeRepository tree;
  @Inject LedgerKeys keys;
  @Inject Clock clock;

  /**
   * One pass: all that waits, up to {@link #MOST}, and one checkpoint.
   *
   * @return how many entries got their place; 0 too where another sequencer is at work
   */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public int sequence() {
    if (!tree.lock()) {
      return 0;
    }
    List<Pending> waiting = tree.next(MOST);
    if (!waiting.isEmpty()) {
      seal(waiting, tree.newest().map(SignedHead::size).orElse(0L));
    }
    return waiting.size();
  }

  /** Makes room for the entries of the months to come. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public void prepareMonths() {
    if (tree.lock()) {
      LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
      tree.prepare(today, today.plusMonths(MONTHS_AHEAD));
    }
  }

  private void seal(List<Pending> waiting, long first) {
    var edge = new Edge(first, tree::tile);
    waiting.forEach(each -> edge.append(TreeHash.leaf(each.leaf().bytes())));
    long size = first + waiting.size();
    String note = keys.sign(new Checkpoint(keys.origin(), size, edge.root()));
    tree.seal(first, waiting, edge, clock.instant(), note);
  }
}
