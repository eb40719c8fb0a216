package uk.concordat.access;

/** How much of a data class a caller sees of one record, least first. */
public enum Level {
  /** Not at all, and it cannot be asked for. */
  WITHHELD,
  /** Not now; the agency that owns it may be asked. */
  ON_REQUEST,
  /** That there is a record, of what type, between whom and in which state. */
  HEADER,
  /** A reduced form, such as initials. */
  MASKED,
  /** Everything. */
  FULL
}
