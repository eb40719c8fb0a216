package uk.concordat.api;

import java.util.List;
import java.util.Objects;
import uk.concordat.access.DataClass;

/** Reads data classes by their names. */
final class DataClasses {
  private DataClasses() {}

  static List<DataClass> read(Fields fields) {
    return fields.texts("dataClasses").stream()
        .map(name -> one(fields, name))
        .filter(Objects::nonNull)
        .toList();
  }

  private static DataClass one(Fields fields, String name) {
    return DataClass.ofRecord().stream()
        .filter(dataClass -> dataClass.name().equals(name))
        .findFirst()
        .orElseGet(
            () -> {
              fields.wrong("dataClasses", "unknown");
              return null;
            });
  }
}
