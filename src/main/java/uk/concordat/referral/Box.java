package uk.concordat.referral;

/** The lists that a referral can be in, for one viewer. */
public enum Box {
  DRAFTS,
  INBOX,
  SENT,
  SHARED
}
