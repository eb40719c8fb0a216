package uk.concordat.web.ledger;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import uk.concordat.audit.Verb;
import uk.concordat.kernel.FieldError;
import uk.concordat.kernel.Reference;
import uk.concordat.oversight.Reading;
import uk.concordat.oversight.RecordNumber;
import uk.concordat.oversight.TrailFilter;
import uk.concordat.web.ErrorsBean;
import uk.concordat.web.London;

/** What narrows the ledger, as it stands in the address. */
public class TrailForm {
  private static final Pattern DAY = Pattern.compile("(\\d{1,2})[ ./-](\\d{1,2})[ ./-](\\d{4})");
  private static final String AGENCY = "[A-Z0-9-]{1,60}";

  private final Map<String, String> given = new LinkedHashMap<>();
  private final String page;

  /** Narrows what that page shows. */
  TrailForm(String page) {
    this.page = page;
  }

  /** What was given, by the name in the address; written by the page. */
  public Map<String, String> getGiven() {
    return given;
  }

  /** What was given under a name; null where nothing was. */
  public String get(String name) {
    String text = given.get(name);
    return text == null || text.isBlank() ? null : text.strip();
  }

  /** Whether it narrows anything. */
  public boolean isAny() {
    return given.keySet().stream().anyMatch(name -> get(name) != null);
  }

  /** Whether the record it names is named as people name one; null names none. */
  String record(ErrorsBean errors) {
    String called = get("record");
    if (called == null
        || RecordNumber.parse(called).isPresent()
        || Reference.parse(called).isPresent()) {
      return called;
    }
    errors.add(new FieldError("record", "invalid"));
    return null;
  }

  /** What it asks for; what cannot be read is an error and narrows nothing. */
  TrailFilter filter(ErrorsBean errors) {
    return new TrailFilter(
        read("who", errors, TrailForm::identity),
        read("verb", errors, TrailForm::verb),
        null,
        null,
        read("person", errors, TrailForm::identity),
        read("from", errors, code -> Optional.of(code).filter(one -> one.matches(AGENCY))),
        read("to", errors, code -> Optional.of(code).filter(one -> one.matches(AGENCY))),
        read("reading", errors, Reading::find),
        since(errors),
        until(errors));
  }

  /** Whether what is shown is limited to a span. */
  public boolean isSpanned() {
    return get("record") == null && get("who") == null && get("person") == null;
  }

  /** The address of the same with one thing changed; empty takes it away. */
  String address(String name, String value) {
    Map<String, String> parameters = new LinkedHashMap<>(given);
    parameters.put(name, value);
    return parameters.entrySet().stream()
        .filter(one -> one.getValue() != null && !one.getValue().isBlank())
        .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&", page + "?", ""));
  }

  /** The beginning of the first day; null where none is given. */
  Instant since(ErrorsBean errors) {
    return midnight(day("since", errors));
  }

  /** The end of the last day; null where none is given. */
  Instant until(ErrorsBean errors) {
    LocalDate last = day("until", errors);
    return last == null ? null : midnight(last.plusDays(1));
  }

  /** What a text that was given says; an error, and null, where that is nothing. */
  <T> T read(String name, ErrorsBean errors, Function<String, Optional<T>> reading) {
    String text = get(name);
    if (text == null) {
      return null;
    }
    Optional<T> read = reading.apply(text);
    if (read.isEmpty()) {
      errors.add(new FieldError(name, "unknown"));
    }
    return read.orElse(null);
  }

  private LocalDate day(String name, ErrorsBean errors) {
    String text = get(name);
    if (text == null) {
      return null;
    }
    Matcher parts = DAY.matcher(text);
    try {
      if (parts.matches() && parts.group(3).startsWith("20")) {
        return LocalDate.of(number(parts, 3), number(parts, 2), number(parts, 1));
      }
    } catch (DateTimeException none) {
      // told below
    }
    errors.add(new FieldError(name, "invalid-date"));
    return null;
  }

  private static int number(Matcher parts, int group) {
    return Integer.parseInt(parts.group(group));
  }

  private static Instant midnight(LocalDate day) {
    return day == null ? null : day.atStartOfDay(London.ZONE).toInstant();
  }

  static Optional<UUID> identity(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException none) {
      return Optional.empty();
    }
  }

  private static Optional<Verb> verb(String text) {
    try {
      return Optional.of(Verb.valueOf(text.toUpperCase(Locale.ROOT)));
    } catch (IllegalArgumentException none) {
      return Optional.empty();
    }
  }
}
