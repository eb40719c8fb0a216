package uk.concordat.casework;

/** On what a count of outcomes rests (domain.md 2.1): the two are not interchangeable. */
public enum OutcomeBasis {
  /**
   * Crimes recorded in the period, by what has come of them since: recent periods are undercounted.
   */
  RECORDED,
  /** Outcomes assigned in the period, whenever their crimes were recorded. */
  ASSIGNED
}
