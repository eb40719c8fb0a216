package uk.concordat.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import uk.concordat.kernel.FieldError;

/**
 * Reads what somebody typed on a page; what cannot be read is noted, and what was stored stays in
 * its place.
 */
public final class TypedAnswers {
  private final List<FieldError> wrong = new ArrayList<>();

  /** What could not be read so far. */
  public List<FieldError> wrong() {
    return List.copyOf(wrong);
  }

  /** Reads a date field. */
  public LocalDate date(DateParts typed, String field, LocalDate stored) {
    return read(typed::date, field, "invalid-date", stored);
  }

  /** Reads a time field. */
  public LocalTime time(String typed, String field, LocalTime stored) {
    return read(() -> DateParts.time(typed), field, "invalid-time", stored);
  }

  /** Reads yes or no; null where nothing was chosen. */
  public Boolean yesOrNo(String typed, String field, Boolean stored) {
    String given = blank(typed);
    if (given == null || given.equals("true") || given.equals("false")) {
      return given == null ? null : Boolean.valueOf(given);
    }
    wrong.add(new FieldError(field, "unknown"));
    return stored;
  }

  /** Reads one of our constants. */
  public <E extends Enum<E>> E constant(Class<E> type, String typed, String field, E stored) {
    return read(() -> Enum.valueOf(type, typed), field, "unknown", stored);
  }

  /** Null for what was left empty. */
  public static String blank(String typed) {
    return typed == null || typed.isBlank() ? null : typed;
  }

  private <T> T read(Supplier<T> reader, String field, String code, T stored) {
    try {
      return reader.get();
    } catch (DateTimeException | IllegalArgumentException unreadable) {
      wrong.add(new FieldError(field, code));
      return stored;
    }
  }
}
