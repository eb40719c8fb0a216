package uk.concordat.referral;

import java.util.function.UnaryOperator;

/**
 * What is amended of a referral after it was sent.
 *
 * @param reason code of list {@code amend-reason}
 * @param text why, in words; whoever sees a class that is amended reads it
 * @param change the content with it, from the content before
 */
public record Amendment(String reason, String text, UnaryOperator<ReferralContent> change) {
  /** The reason that says that it was wrong when it was sent (DPA 2018 s.38). */
  static final String CORRECTION = "CORRECTION";
}
