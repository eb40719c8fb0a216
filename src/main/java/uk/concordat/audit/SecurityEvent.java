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
  DISPOSAL_WITHDRAWN,
  /** Somebody began to work with the portal. */
  SIGNED_IN,
  /** Somebody ended that. */
  SIGNED_OUT,
  /** Keycloak knows them and they were not let in here. */
  SIGN_IN_REFUSED,
  /** A session ended by itself, or was ended in Keycloak. */
  SESSION_EXPIRED,
  /** The API was asked without a token that is good; nothing of the token is kept. */
  TOKEN_REFUSED,
  /** Somebody proved with a second factor who they are. */
  STEP_UP_PROVED,
  /** Somebody was asked for that and did not. */
  STEP_UP_FAILED,
  /** Somebody who holds several roles chose in which to act. */
  ROLE_CHOSEN,
  /** Somebody typed the fifth wrong reference within an hour; the database notes it. */
  REFERENCES_GUESSED,
  /** A portal began to work; the database notes on which version of the schema. */
  PORTAL_STARTED,
  /** The ledger is signed with a key that did not sign before; the database notes which. */
  LEDGER_KEY_CHANGED,
  /** Entries did not get their place in the tree. */
  SEQUENCER_STOPPED,
  /** The portal could not work. */
  READINESS_LOST,
  /** It could again. */
  READINESS_REGAINED,
  /** Keycloak did not say what tokens are worth. */
  INTROSPECTION_FAILED,
  /** Somebody sent a file in which the virus scanner found something; it was not kept. */
  DOCUMENT_INFECTED
}
