package uk.concordat.access;

/** How far a permission reaches. */
public enum Scope {
  /** Records that are the caller's own or assigned to them. */
  OWN,
  /** Records that the caller's agency sent or received. */
  AGENCY,
  /** Needs no record. */
  ANY
}
