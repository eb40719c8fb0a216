package uk.concordat.victim;

/**
 * Whose time it is that a limit measures; a weekend is never to the harmed person's disadvantage.
 */
public enum Holder {
  /** An agency has to do something by then. */
  AGENCY,
  /** The person harmed may do something until then. */
  HARMED
}
