package uk.concordat.incident;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import uk.concordat.caller.CurrentCaller;
import uk.concordat.codelist.CodeListRepository;
import uk.concordat.codelist.CodeLists;
import uk.concordat.kernel.FieldError;
import uk.concordat.kernel.InvalidInput;

/** Reads a file row by row: keeps aside what is right and notes what is wrong. */
@ApplicationScoped
class ImportReader {
  private static final int BATCH = 500;
  private static final int MOST_ERRORS = 100;

  @Inject ImportRepository imports;
  @Inject ImportProgress progress;
  @Inject IncidentRules rules;
  @Inject CodeListRepository codeLists;
  @Inject CurrentCaller current;

  /** Reads all of it, and says meanwhile how far it is. */
  void read(UUID id, byte[] file) {
    var reading = new Reading(id, codeLists.today());
    try {
      new CsvFile(file).read(reading::row);
    } catch (InvalidInput broken) {
      reading.breaksOff(broken);
    }
    imports.keep(id, reading.batch);
    imports.end(id, reading.rows, reading.wrong, reading.errors);
  }

  /** How far one file has been read. */
  private final class Reading {
    private final UUID id;
    private final CodeLists lists;
    private final List<ImportRow> batch = new ArrayList<>();
    private final List<RowError> errors = new ArrayList<>();
    private int rows;
    private int wrong;

    Reading(UUID id, CodeLists lists) {
      this.id = id;
      this.lists = lists;
    }

    void row(int number, CsvRow row) {
      rows++;
      IncidentContent content = row.content().tidy();
      List<FieldError> found = found(row, content);
      if (!found.isEmpty()) {
        wrong++;
        found.stream()
            .limit(MOST_ERRORS - errors.size())
            .forEach(one -> errors.add(new RowError(number, one.field(), one.code())));
      } else if (wrong == 0) {
        batch.add(new ImportRow(number, content));
      }
      if (batch.size() == BATCH) {
        imports.keep(id, batch);
        batch.clear();
      }
      if (rows % BATCH == 0) {
        progress.tell(id, ImportStep.READING, rows, current.get());
      }
    }

    /** What makes no sense from some row on is wrong with that row; the heading is the first. */
    void breaksOff(InvalidInput broken) {
      wrong++;
      broken
          .errors()
          .forEach(each -> errors.add(new RowError(rows + 2, each.field(), each.code())));
    }

    /** In the words of the file: its columns are the fields' names, and no dots. */
    private List<FieldError> found(CsvRow row, IncidentContent content) {
      List<FieldError> all = new ArrayList<>(row.errors());
      List<FieldError> more = new ArrayList<>(rules.wrong(content, lists));
      more.addAll(rules.missing(content));
      for (FieldError one : more) {
        String column = ImportColumns.of(one.field());
        if (all.stream().noneMatch(known -> known.field().equals(column))) {
          all.add(new FieldError(column, one.code()));
        }
      }
      return all;
    }
  }
}
