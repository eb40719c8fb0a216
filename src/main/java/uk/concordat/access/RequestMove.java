package uk.concordat.access;

/** What can be done with a request for access. */
public enum RequestMove {
  APPROVE,
  REFUSE,
  ASK,
  ANSWER,
  WITHDRAW,
  REVOKE
}
