package uk.concordat.audit;

import java.time.Instant;

/**
 * Somebody outside who checks that the ledger only grows.
 *
 * @param name of its key
 * @param agency whose it is
 * @param key what its cosignatures are checked with
 * @param size of the largest tree that it has witnessed; null while there is none
 * @param at when, by its own clock; null while there is none
 */
public record Witness(String name, String agency, String key, Long size, Instant at) {}
