package uk.concordat.audit.export;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import uk.concordat.audit.LeafSpan;

/** What was seen to be erased and is to be told of by one entry that is still to come. */
final class AwaitedTombstone {
  private final String rule;
  private final LocalDate date;
  private final List<LeafSpan> spans = new ArrayList<>();

  AwaitedTombstone(DisposedRow first) {
    rule = first.rule();
    date = first.date();
  }

  /** Leaves come in order, so that neighbours become one span. */
  void add(DisposedRow row) {
    if (!rule.equals(row.rule()) || !date.equals(row.date())) {
      throw TamperedException.at(
          row.leaf(), "is said to be erased otherwise than others by the same disposal");
    }
    int last = spans.size() - 1;
    if (last >= 0 && spans.get(last).to() == row.leaf()) {
      spans.set(last, new LeafSpan(spans.get(last).from(), row.leaf() + 1));
    } else {
      spans.add(new LeafSpan(row.leaf(), row.leaf() + 1));
    }
  }

  long first() {
    return spans.get(0).from();
  }

  long count() {
    return spans.stream().mapToLong(LeafSpan::size).sum();
  }

  boolean isToldBy(Tombstone tombstone) {
    return spans.stream().allMatch(span -> tombstone.tellsOf(rule, date, span));
  }
}
