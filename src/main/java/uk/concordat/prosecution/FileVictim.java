package uk.concordat.prosecution;

import java.util.UUID;

/**
 * Somebody who was harmed besides the person of the referral, who is number 1 (D2).
 *
 * @param died whether they have died
 * @param spokesperson for the family of somebody who died; null where nobody is known
 * @param safeContact how they, or whoever speaks for the family, are told safely (D4); null where
 *     nothing is known or it is withheld
 */
public record FileVictim(
    UUID id, int number, String name, boolean died, String spokesperson, String safeContact) {}
