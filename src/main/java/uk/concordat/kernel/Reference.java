package uk.concordat.kernel;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The reference of a record as people read and say it, {@code HCR-YYYY-NNNNNN-C}: kind of record,
 * year, serial number of that year, and the check letter of the two written as one number.
 *
 * @param text the reference in capitals; never null
 */
public record Reference(String text) {
  private static final Pattern SHAPE = Pattern.compile("HC[RI]-(\\d{4})-(\\d{6})-([A-Z])");

  /** What a reference stands for. */
  public enum Kind {
    REFERRAL("HCR"),
    INCIDENT("HCI");

    private final String prefix;

    Kind(String prefix) {
      this.prefix = prefix;
    }
  }

  /**
   * @throws IllegalArgumentException when the text is not a reference or its letter does not match
   */
  public Reference {
    var parts = SHAPE.matcher(text);
    if (!parts.matches()
        || parts.group(3).charAt(0)
            != CheckLetter.of(Long.parseLong(parts.group(1) + parts.group(2)))) {
      throw new IllegalArgumentException("not a reference");
    }
  }

  /**
   * Builds the reference of a referral.
   *
   * @param serial 1 to 999999
   */
  public static Reference of(int year, long serial) {
    return of(Kind.REFERRAL, year, serial);
  }

  /**
   * Builds the reference of a year and serial number.
   *
   * @param serial 1 to 999999
   */
  public static Reference of(Kind kind, int year, long serial) {
    long number = year * 1_000_000L + serial;
    return new Reference(
        "%s-%04d-%06d-%c".formatted(kind.prefix, year, serial, CheckLetter.of(number)));
  }

  /** What it stands for. */
  public Kind kind() {
    return text.startsWith(Kind.INCIDENT.prefix) ? Kind.INCIDENT : Kind.REFERRAL;
  }

  /** Reads what a person or a link gave; empty where it is no reference. Null is no reference. */
  public static Optional<Reference> parse(String text) {
    try {
      return Optional.ofNullable(text)
          .map(given -> new Reference(given.strip().toUpperCase(Locale.ROOT)));
    } catch (IllegalArgumentException noReference) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return text;
  }
}
