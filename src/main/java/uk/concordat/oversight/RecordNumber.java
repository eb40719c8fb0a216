package uk.concordat.oversight;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The number under which governance finds a record whose reference is not theirs to know: the last
 * twelve digits of its identity, which are random and say no more than that it is the same record.
 *
 * @param digits twelve hexadecimal digits
 */
public record RecordNumber(String digits) {
  private static final Pattern SHAPE =
      Pattern.compile("r-([0-9a-f]{4})-([0-9a-f]{4})-([0-9a-f]{4})");
  private static final int LENGTH = 12;

  /** Of a record. */
  public static RecordNumber of(String identity) {
    return new RecordNumber(identity.substring(identity.length() - LENGTH));
  }

  /** Reads what a person or a link gave; empty where it is no such number. */
  public static Optional<RecordNumber> parse(String text) {
    Matcher parts = SHAPE.matcher(text.strip().toLowerCase(Locale.ROOT));
    return parts.matches()
        ? Optional.of(new RecordNumber(parts.group(1) + parts.group(2) + parts.group(3)))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return "R-%s-%s-%s"
        .formatted(digits.substring(0, 4), digits.substring(4, 8), digits.substring(8));
  }
}
