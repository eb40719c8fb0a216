package uk.concordat.web.agreement;

import java.util.List;
import java.util.stream.Collectors;
import uk.concordat.access.DataClass;
import uk.concordat.access.Level;
import uk.concordat.access.Reader;
import uk.concordat.agreement.FlowChange;
import uk.concordat.agreement.Terms;
import uk.concordat.web.referral.Words;

/**
 * Says in words what agreements let through.
 *
 * @param words for agencies, roles and codes
 */
public record AgreementWords(Words words) {

  /** A class, and whether it flows either way. */
  public record Line(String label, boolean there, boolean back) {}

  /** A change, in words; readers is empty where no role sees the class by itself. */
  public record Change(String label, String way, String purposes, String readers) {}

  /** The classes that flow, in their order. */
  public List<Line> lines(Terms terms) {
    return DataClass.ofRecord().stream()
        .filter(terms.classes()::contains)
        .map(
            one ->
                new Line(
                    one.label(),
                    terms.first().gives().contains(one),
                    terms.second().gives().contains(one)))
        .toList();
  }

  /** The lines of a preview. */
  public List<Change> changes(List<FlowChange> changes) {
    return changes.stream().map(this::change).toList();
  }

  private Change change(FlowChange change) {
    return new Change(
        change.dataClass().label(),
        words.agency(change.from()) + " to " + words.agency(change.to()),
        words.labels("purpose", change.purposes()),
        change.readers().stream().map(this::reader).collect(Collectors.joining("; ")));
  }

  private String reader(Reader reader) {
    return words.options().roleNames().get(reader.role()) + ": " + extent(reader);
  }

  private static String extent(Reader reader) {
    if (reader.agreed()) {
      return "all of it, if the person harmed agreed or there is a duty";
    }
    return switch (reader.level()) {
      case FULL -> "all of it";
      case MASKED -> "a reduced form";
      case HEADER -> "that there is something";
      default -> reader.level() == Level.ON_REQUEST ? "after asking" : "nothing";
    };
  }
}
