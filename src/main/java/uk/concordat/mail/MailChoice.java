package uk.concordat.mail;

/** How somebody wants to be told by e-mail that something waits for them. */
public enum MailChoice {
  /** Within seconds, and then at most one mail in ten minutes. */
  AT_ONCE,
  /** Once a day, at seven in the morning in London. */
  DAILY,
  /** Never. */
  NONE
}
