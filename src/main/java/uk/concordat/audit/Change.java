package uk.concordat.audit;

/**
 * What stood in a part of a record before an operation, and what stands there after it. The ledger
 * keeps neither, only keyed digests of both.
 *
 * @param old a record, or values that {@link CanonicalContent} knows; null where nothing stood
 *     there
 * @param now the same of what stands there now; null where nothing does any more
 */
public record Change(Object old, Object now) {}
