package uk.concordat.referral;

import java.time.Instant;
import java.util.List;

/**
 * Somebody who can see a referral, and why.
 *
 * @param agency code of the agency; null for one person
 * @param role code of the role there; null for one person
 * @param source why: {@code draft}, {@code owner}, {@code sender}, {@code recipient}, {@code
 *     assignee} or {@code after-rejection}
 * @param dataClasses what they see
 * @param until when that ends, or null
 */
public record Audience(
    String agency, String role, String source, List<String> dataClasses, Instant until) {}
