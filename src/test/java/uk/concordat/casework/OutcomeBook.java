package uk.concordat.casework;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uk.concordat.casework.PoliceOutcomeType.Suspect;

/** Types of outcome and what they need, as the migrations say: the rules are tested on the data. */
final class OutcomeBook {
  private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");
  private static final Pattern TYPE =
      Pattern.compile(
          "\\('([0-9]+A?)', '([^']*)', '([^']*)', '([A-Z_]+)', (true|false), (null|'[0-9]+'),"
              + " (true|false)\\)");
  private static final Pattern FIELD =
      Pattern.compile("\\('\\{([^}]*)\\}'(?:::text\\[\\])?, '([A-Za-z]+)', '([A-Z_]+)',");
  private static final Pattern HATE = Pattern.compile("unnest\\('\\{([^}]*)\\}'::text\\[\\]\\) o");

  private OutcomeBook() {}

  /** All of them, in their order. */
  static List<PoliceOutcomeType> types() {
    List<PoliceOutcomeType> types = new ArrayList<>();
    Matcher row = TYPE.matcher(read("V074__crime_outcomes.sql"));
    while (row.find()) {
      types.add(
          new PoliceOutcomeType(
              row.group(1),
              row.group(2),
              row.group(3),
              Suspect.valueOf(row.group(4)),
              Boolean.parseBoolean(row.group(5)),
              row.group(6).equals("null") ? null : row.group(6).replace("'", ""),
              Boolean.parseBoolean(row.group(7))));
    }
    return types;
  }

  /** One of them; null where there is none. */
  static PoliceOutcomeType type(String number) {
    return types().stream().filter(one -> one.type().equals(number)).findFirst().orElse(null);
  }

  /** What it needs of a crime that is recorded as hate. */
  static List<OutcomeField> needs(String number) {
    List<OutcomeField> needs = new ArrayList<>();
    String first = read("V048__outcome_fields.sql");
    for (String sql : List.of(first, read("V074__crime_outcomes.sql"))) {
      Matcher row = FIELD.matcher(sql);
      while (row.find()) {
        List<String> outcomes = List.of(row.group(1).split(","));
        if (outcomes.contains("POLICE_" + number) || outcomes.contains("CRIME_" + number)) {
          needs.add(
              new OutcomeField(
                  row.group(2), OutcomeField.Kind.valueOf(row.group(3)), row.group(2), null));
        }
      }
    }
    Matcher hate = HATE.matcher(first);
    if (hate.find() && List.of(hate.group(1).split(",")).contains("POLICE_" + number)) {
      needs.add(new OutcomeField("supervisor", OutcomeField.Kind.LINE, "", null));
      needs.add(new OutcomeField("supervisorReason", OutcomeField.Kind.PARAGRAPH, "", null));
    }
    return needs;
  }

  private static String read(String migration) {
    try {
      return Files.readString(MIGRATIONS.resolve(migration));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
