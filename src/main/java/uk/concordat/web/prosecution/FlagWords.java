package uk.concordat.web.prosecution;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import uk.concordat.kernel.Strand;
import uk.concordat.prosecution.Defendant;
import uk.concordat.prosecution.FileView;
import uk.concordat.prosecution.MonitoringFlag;
import uk.concordat.web.London;

/**
 * Monitoring flags in words: what stands, and every change.
 *
 * @param words of the file
 */
record FlagWords(FileView view, FileWords words) {

  FilePiece piece() {
    List<FilePiece.Line> lines = new ArrayList<>();
    if (!view.flags().changes().isEmpty()) {
      view.file().defendants().forEach(one -> lines.add(line(one)));
    }
    return new FilePiece(
        "flags", "Monitoring flags", null, lines, "There is nothing here that you see.");
  }

  private FilePiece.Line line(Defendant one) {
    String changes =
        view.flags().changes().stream()
            .filter(change -> change.defendant().equals(one.id()))
            .map(FlagWords::change)
            .collect(Collectors.joining("\n"));
    return new FilePiece.Line(
        words.defendant(one),
        standing(view.flags().of(one.id())) + (changes.isEmpty() ? "" : "\n" + changes));
  }

  static String standing(Set<Strand> flagged) {
    return flagged.isEmpty()
        ? "Flagged on nothing."
        : "Flagged on "
            + flagged.stream().map(Strand::label).collect(Collectors.joining(", "))
            + ".";
  }

  private static String change(MonitoringFlag change) {
    return London.dateTime(change.at())
        + ": "
        + change.strand().label()
        + (change.stands() ? ", flagged." : ", taken off.")
        + (change.reason() == null ? "" : " " + change.reason());
  }
}
