package uk.concordat.referral;

/**
 * What is said with a move, to whoever sent the referral and whoever works on it: data class D16.
 *
 * @param reason code of the move's list of reasons
 * @param text the reason in words
 * @param advice what the other side can do next
 */
public record Feedback(String reason, String text, String advice) {
  /** What stands where nothing was said, or where it is withheld. */
  static final Feedback NONE = new Feedback(null, null, null);

  /** A reason and its words. */
  public Feedback(String reason, String text) {
    this(reason, text, null);
  }
}
