package uk.concordat.referral;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Somebody who can see a referral, and why.
 *
 * @param agency code of the agency
 * @param role code of the role there
 * @param person name of the one person, where it is one and a colleague of the reader; else null
 * @param subject identity of that person; else null
 * @param source why: {@code draft}, {@code owner}, {@code sender}, {@code recipient}, {@code
 *     assignee}, {@code grant}, {@code break-glass} or {@code header}
 * @param dataClasses what they see: {@code D2} in full, {@code D2:M} masked, {@code D1:H} its
 *     header
 * @param until when that ends, or null
 * @param agreement the agreement under which it crosses agencies, or null
 */
public record Audience(
    String agency,
    String role,
    String person,
    UUID subject,
    String source,
    List<String> dataClasses,
    Instant until,
    String agreement) {}
