package uk.concordat.audit.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import uk.concordat.audit.Verb;
import uk.concordat.audit.merkle.CompactRange;

/** The walk over the whole ledger, with every state that was signed on the way. */
class WalkTest {
  private static final int SIZE = 40;
  private static final int EVERY = 10;
  private static final int MEASURED = 100_000;

  private final List<Row> rows =
      new ArrayList<>(
          IntStream.range(0, SIZE)
              .mapToObj(leaf -> (Row) MonthlyExportTest.row(leaf, Verb.CONSULT, "entry " + leaf))
              .toList());
  private final List<Head> heads = new ArrayList<>();

  WalkTest() {
    var range = new CompactRange(0);
    for (Row row : rows) {
      range.append(row.hash());
      if (range.to() % EVERY == 0) {
        heads.add(new Head(range.to(), range.root()));
      }
    }
  }

  @Test
  void theLedgerIsWhatWasSigned() {
    assertThat(walk().root()).isEqualTo(heads.get(3).root());
  }

  /** Entry, key, commitment and all tiles made anew: the states that were signed still differ. */
  @Test
  void aTreeThatWasRewrittenAsAWholeIsNarrowedDown() {
    rows.set(25, MonthlyExportTest.row(25, Verb.CONSULT, "other"));
    found("Entry 20, or one after it up to entry 29, is not what was signed");
  }

  @Test
  void aTruncatedTailIsFound() {
    rows.subList(35, SIZE).clear();
    found("Entry 35 is missing and so is all after it: 40 were signed");
  }

  @Test
  void aMissingEntryIsFound() {
    rows.remove(3);
    found("Entry 3 is missing");
  }

  /** No timed test: the figure is for whoever reads the log. */
  @Test
  void itsSpeedIsTold() {
    KeptRow row = MonthlyExportTest.row(0, Verb.CONSULT, "x".repeat(400));
    for (int round = 0; round < 3; round++) {
      var walk = new Walk(new CompactRange(0));
      long begin = System.nanoTime();
      for (long leaf = 0; leaf < MEASURED; leaf++) {
        walk.add(
            new KeptRow(leaf, row.hash(), row.time(), row.verb(), true, row.key(), row.entry()));
      }
      long perSecond = MEASURED * 1_000_000_000L / (System.nanoTime() - begin);
      System.out.printf("The walk takes %,d entries of 400 bytes a second%n", perSecond);
      assertThat(walk.end().to()).isEqualTo(MEASURED);
    }
  }

  private CompactRange walk() {
    var walk = new Walk(new CompactRange(0), heads.iterator());
    rows.forEach(walk::add);
    return walk.end();
  }

  private void found(String what) {
    assertThatExceptionOfType(TamperedException.class)
        .isThrownBy(this::walk)
        .withMessageContaining(what);
  }
}
