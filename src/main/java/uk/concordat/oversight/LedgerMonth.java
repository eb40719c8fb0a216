package uk.concordat.oversight;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;
import uk.concordat.audit.LeafSpan;

/**
 * A month of the ledger (UTC).
 *
 * @param id what entries about it name
 * @param leaves that are exported as this month
 * @param complete whether it is over
 * @param kept why it may not be disposed of today, as a code; null where it may
 * @param rule under which its disposal was proposed; null where it was not
 * @param proposedBy the agency whose governance proposed it; null where none did
 * @param disposedOn when its entries were erased; null where they are there
 */
public record LedgerMonth(
    UUID id,
    YearMonth month,
    LeafSpan leaves,
    boolean complete,
    String kept,
    String rule,
    String proposedBy,
    Instant proposedAt,
    LocalDate disposedOn) {}
