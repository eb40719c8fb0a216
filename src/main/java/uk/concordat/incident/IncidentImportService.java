package uk.concordat.incident;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import uk.concordat.access.Action;
import uk.concordat.access.DataClass;
import uk.concordat.access.Requires;
import uk.concordat.audit.Entry;
import uk.concordat.audit.Ledger;
import uk.concordat.audit.Refusals;
import uk.concordat.audit.Verb;
import uk.concordat.caller.CurrentCaller;
import uk.concordat.codelist.CodeListRepository;
import uk.concordat.codelist.CodeLists;
import uk.concordat.kernel.FieldError;
import uk.concordat.kernel.InvalidInput;
import uk.concordat.kernel.NotFound;

/**
 * A backlog of incidents from a file. It is read and checked as a whole and kept aside; then its
 * reader logs it, all at once or not at all, or discards it. Each method is one transaction, asks
 * one permission and writes its ledger entry: a portal that dies meanwhile leaves nothing half
 * done. All throw {@link NotFound} for a file that is not the caller's.
 */
@ApplicationScoped
public class IncidentImportService {
  /** The type of a file in the ledger; its incidents name it. */
  private static final String TYPE = "incident-import";

  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final int BATCH = 500;
  private static final int MOST_ERRORS = 100;

  @Inject ImportRepository imports;
  @Inject IncidentRules rules;
  @Inject CodeListRepository codeLists;
  @Inject Ledger ledger;
  @Inject Refusals refusals;
  @Inject CurrentCaller current;
  @Inject Clock clock;

  /**
   * Reads a file and checks every row; nothing is logged by it.
   *
   * @param file CSV in UTF-8, with or without a byte-order mark, or in Windows-1252
   * @throws InvalidInput where it is no such file at all
   */
  @Transactional
  @Requires(Action.INCIDENT_IMPORT)
  public ImportView read(byte[] file) {
    UUID id = imports.begin(current.get(), clock.instant());
    CodeLists lists = codeLists.today();
    List<ImportRow> batch = new ArrayList<>();
    List<RowError> errors = new ArrayList<>();
    int[] counts = new int[2];
    new CsvFile(file)
        .read(
            (number, row) -> {
              counts[0]++;
              IncidentContent content = row.content().tidy();
              List<FieldError> wrong = wrong(row, content, lists);
              if (!wrong.isEmpty()) {
                counts[1]++;
                wrong.stream()
                    .limit(MOST_ERRORS - errors.size())
                    .forEach(one -> errors.add(new RowError(number, one.field(), one.code())));
              } else if (counts[1] == 0) {
                batch.add(new ImportRow(number, content));
              }
              if (batch.size() == BATCH) {
                imports.keep(id, batch);
                batch.clear();
              }
            });
    imports.keep(id, batch);
    imports.end(id, counts[0], counts[1], errors);
    ledger.append(entry(Verb.COLLECT, id));
    return imports.find(id).orElseThrow();
  }

  /** In the words of the file: its columns are the fields' names, and no dots. */
  private List<FieldError> wrong(CsvRow row, IncidentContent content, CodeLists lists) {
    List<FieldError> wrong = new ArrayList<>(row.errors());
    List<FieldError> found = new ArrayList<>(rules.wrong(content, lists));
    found.addAll(rules.missing(content));
    for (FieldError one : found) {
      String column = ImportColumns.of(one.field());
      if (wrong.stream().noneMatch(known -> known.field().equals(column))) {
        wrong.add(new FieldError(column, one.code()));
      }
    }
    return wrong;
  }

  /** What has become of a file of the caller's, and what is wrong with it. */
  @Transactional
  @Requires(Action.INCIDENT_IMPORT)
  public ImportView find(UUID id) {
    ImportView view = own(id);
    ledger.append(
        Entry.listed(Action.INCIDENT_IMPORT.code(), List.of(id), List.<DataClass>of()).about(TYPE));
    return view;
  }

  /**
   * Logs every incident of a file at once.
   *
   * @throws InvalidInput {@code state: not-ready} where something is wrong with it, or it has been
   *     logged
   */
  @Transactional
  @Requires(Action.INCIDENT_IMPORT)
  public ImportView commit(UUID id) {
    own(id);
    Instant now = clock.instant();
    if (!imports.commit(id, now.atZone(LONDON).getYear(), now)) {
      throw new InvalidInput("state", "not-ready");
    }
    ledger.append(entry(Verb.COLLECT, id));
    return own(id);
  }

  /**
   * Forgets a file that has not been logged, and everything that was read of it.
   *
   * @throws InvalidInput {@code state: committed} where it has been logged
   */
  @Transactional
  @Requires(Action.INCIDENT_IMPORT)
  public void discard(UUID id) {
    own(id);
    if (!imports.discard(id)) {
      throw new InvalidInput("state", "committed");
    }
    ledger.append(entry(Verb.ERASE, id));
  }

  private ImportView own(UUID id) {
    return imports
        .find(id)
        .orElseThrow(
            () -> {
              refusals.record(Action.INCIDENT_IMPORT.code(), "not-visible", TYPE, null);
              return new NotFound();
            });
  }

  private static Entry entry(Verb verb, UUID id) {
    return Entry.several(
            verb,
            Action.INCIDENT_IMPORT.code(),
            List.of(id),
            List.of(DataClass.D1, DataClass.D2, DataClass.D5))
        .about(TYPE);
  }
}
