package uk.concordat.agency;

/** What sort of body an agency is; it decides which referrals it may send and receive. */
public enum AgencyKind {
  POLICE,
  CPS,
  COUNCIL,
  NHS,
  THIRD_PARTY,
  BOARD
}
