package uk.concordat.referral;

/**
 * Where a referral goes on to, and why it may.
 *
 * @param to code of the agency
 * @param footing of the onward disclosure, by the law of the agency that redirects
 * @param senderAgrees whether whoever sent it agreed; asked unless it is for safeguarding
 * @param why in words, for the sender
 */
public record Onward(String to, Footing footing, Boolean senderAgrees, String why) {}
