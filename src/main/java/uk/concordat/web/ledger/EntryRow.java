package uk.concordat.web.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import uk.concordat.audit.Verb;
import uk.concordat.oversight.Reading;
import uk.concordat.oversight.TrailEntry;
import uk.concordat.web.London;

/** An entry of the ledger, in words. */
public class EntryRow {
  private static final int FEW = 3;

  private final TrailEntry entry;
  private final TrailWords words;
  private final RecordNames records;
  private final boolean opens;

  /**
   * Words an entry.
   *
   * @param names of what it is about, as far as the reader may know
   * @param governs whether the reader governs it
   * @param opens whether it has a page that the reader may open
   */
  EntryRow(
      TrailEntry entry,
      Map<String, String> names,
      TrailWords words,
      boolean governs,
      boolean opens) {
    this.entry = entry;
    this.words = words;
    this.opens = opens;
    records = RecordNames.of(entry.recordType(), entry.records(), names, governs, FEW);
  }

  LocalDate day() {
    return entry.at().atZone(London.ZONE).toLocalDate();
  }

  /** The time of day. */
  public String getTime() {
    return London.time(entry.at().atZone(London.ZONE).toLocalTime());
  }

  /** Day and time. */
  public String getWhen() {
    return London.dateTime(entry.at());
  }

  /** What was done; what was to be done, where it was refused. */
  public String getVerb() {
    return entry.permitted() ? TrailWords.verb(Verb.valueOf(entry.verb())) : "Refused";
  }

  /** Whether it was refused. */
  public boolean isRefused() {
    return !entry.permitted();
  }

  /** What it was about. */
  public RecordNames getRecords() {
    return records;
  }

  /** What it was done for. */
  public String getAction() {
    return TrailWords.action(entry.action());
  }

  /** Which parts were shown or changed; empty where there are none. */
  public String getParts() {
    return TrailWords.parts(entry.dataClasses()).toLowerCase(Locale.UK);
  }

  /** What it was done for, and which parts were shown or changed. */
  public String getDoing() {
    return getParts().isEmpty() ? getAction() : getAction() + ": " + getParts();
  }

  /** Who did it: colleagues by name, everybody else by role and agency. */
  public String getWho() {
    String post = words.words().who(entry.role(), entry.agency());
    return entry.name() == null ? post : entry.name() + ", " + post;
  }

  /** To whom something went, why, or why it was refused; empty where there is nothing to add. */
  public String getBecause() {
    List<String> said = new ArrayList<>();
    if (!entry.permitted()) {
      said.add(TrailWords.reason(entry.reason()) + ". Nothing was shown");
    }
    if (!entry.recipients().isEmpty()) {
      said.add("To " + words.recipients(entry.recipients()));
    }
    if (entry.purpose() != null) {
      said.add("Purpose: " + words.purpose(entry.purpose()));
    }
    if (entry.agreement() != null) {
      said.add("Under sharing agreement " + TrailWords.agreements(entry.agreement()));
    }
    return said.isEmpty() ? "" : String.join(". ", said) + ".";
  }

  /** What makes it worth a look, other than that it was refused, which is said already. */
  public List<String> getReadings() {
    return entry.readings().stream()
        .filter(reading -> reading != Reading.REFUSED)
        .map(TrailWords::reading)
        .toList();
  }

  /** Its page, or null. */
  public String getHref() {
    return opens ? "/ledger/entry.xhtml?id=" + entry.id() : null;
  }

  /** Class of its row. */
  public String getRowClass() {
    return entry.permitted() ? "" : "is-late";
  }
}
