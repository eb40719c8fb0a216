package uk.concordat.audit;

/** What the security log knows of: nothing that is an operation on personal data. */
public enum SecurityEvent {
  /** Somebody fetched a signed state of the ledger. */
  CHECKPOINT_READ,
  /** Somebody fetched a proof about the ledger. */
  PROOF_READ,
  /** A witness left its signature under a state of the ledger. */
  CHECKPOINT_WITNESSED,
  /** Whose cosignatures are taken. */
  WITNESS_ENTERED,
  /** Governance proposed to dispose of a month of the ledger. */
  DISPOSAL_PROPOSED,
  /** Governance took its proposal back. */
  DISPOSAL_WITHDRAWN
}
