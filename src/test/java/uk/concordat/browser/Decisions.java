package uk.concordat.browser;

/** What a receiver does on the way to a test's own matter. */
final class Decisions {
  private Decisions() {}

  /** Opens a new referral, acknowledges it and stays on its page. */
  static void acknowledge(Person police, String reference) {
    police.open("/referral/referral.xhtml?ref=" + reference);
    police.follow("Acknowledge");
    police.choose("No");
    police.press("Acknowledge");
    police.sees(Answers.NAME);
  }
}
