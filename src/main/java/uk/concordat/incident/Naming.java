package uk.concordat.incident;

import java.time.Instant;
import java.util.UUID;
import uk.concordat.referral.Person;

/**
 * Who somebody says was harmed in an incident of which nobody was named.
 *
 * @param person whom they name; of nobody any more once it is decided
 * @param reason how they know, in their own words; null once it is declined
 * @param role code of the role in which they said so
 * @param own whether the caller said so
 * @param confirmed whether it was confirmed; null while nobody has decided
 * @param decidedReason why it was confirmed or not; null while nobody has decided
 * @param decidedRole code of the role in which it was decided; null while nobody has
 * @param decidedAt when; null while nobody has
 */
public record Naming(
    UUID id,
    Person person,
    String reason,
    String role,
    Instant at,
    boolean own,
    Boolean confirmed,
    String decidedReason,
    String decidedRole,
    Instant decidedAt) {}
