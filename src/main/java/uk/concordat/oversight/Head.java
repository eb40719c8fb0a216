package uk.concordat.oversight;

import java.time.Instant;

/**
 * A state of the ledger that its host has signed.
 *
 * @param size how many entries it has
 * @param at when it was signed
 * @param root root hash of the tree, in hexadecimal digits
 */
public record Head(long size, Instant at, String root) {}
