package uk.concordat.audit;

/** The operations that must be logged (DPA 2018 s.62(1)). */
public enum Verb {
  COLLECT,
  ALTER,
  CONSULT,
  DISCLOSE,
  COMBINE,
  ERASE
}
