package uk.concordat.audit.export;

import java.time.LocalDate;

/**
 * An entry that was erased lawfully: its hash stays, and another entry tells of it.
 *
 * @param leaf its place, from 0
 * @param hash what the tree has there
 * @param rule under which it was erased
 * @param date when it was
 * @param tombstone the place of the entry that tells of it, which is later
 */
public record DisposedRow(long leaf, byte[] hash, String rule, LocalDate date, long tombstone)
    implements Row {}
