package uk.concordat.oversight;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What makes an entry worth a look. The database decides which entries are such, by dated values of
 * its tables {@code reading_limit} and {@code usual_hours}.
 */
public enum Reading {
  /** It was not permitted. */
  REFUSED,
  /** The glass was broken, or the record was seen through it. */
  GLASS,
  /** Many people at once, or many records within an hour. */
  BULK,
  /** When people of such an agency and role do not usually work. */
  OUT_OF_HOURS,
  /** Whoever looked has the family name of the person harmed. */
  SAME_NAME;

  /** For example {@code out-of-hours}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The one of that code; empty where there is none. */
  public static Optional<Reading> find(String code) {
    return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst();
  }
}
