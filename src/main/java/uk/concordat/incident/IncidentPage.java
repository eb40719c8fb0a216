package uk.concordat.incident;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import uk.concordat.access.Action;
import uk.concordat.access.DataClass;
import uk.concordat.audit.Entry;

/**
 * A page of a list.
 *
 * @param previous cursor of the page before, or null on the first
 * @param next cursor of the page after, or null on the last
 */
public record IncidentPage(List<IncidentSummary> incidents, String previous, String next) {
  /** Copies the rows. */
  public IncidentPage {
    incidents = List.copyOf(incidents);
  }

  /** What the ledger is told of showing it. */
  Entry entry(Action action) {
    List<IncidentSummary> told =
        incidents.stream().filter(row -> row.category() != null || row.name() != null).toList();
    return Entry.listed(
            action.code(), incidents.stream().map(IncidentSummary::id).toList(), classes())
        .about(Entry.INCIDENT)
        .showing(told.stream().map(IncidentSummary::id).toList());
  }

  private Set<DataClass> classes() {
    Set<DataClass> classes = EnumSet.of(DataClass.D1);
    if (incidents.stream().anyMatch(row -> row.name() != null)) {
      classes.add(DataClass.D2);
    }
    if (incidents.stream().anyMatch(row -> row.category() != null)) {
      classes.add(DataClass.D5);
    }
    return classes;
  }
}
