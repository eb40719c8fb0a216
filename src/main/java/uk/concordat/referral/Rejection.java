package uk.concordat.referral;

/**
 * Why a referral was not taken on.
 *
 * @param reason code of list {@code reject-reason}
 * @param text the reason in words
 * @param advice what the sender can do next
 */
public record Rejection(String reason, String text, String advice) {
  /** What stands where nothing was said, or where it is withheld. */
  static final Rejection NONE = new Rejection(null, null, null);
}
