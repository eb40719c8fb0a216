package uk.concordat.casework;

import java.time.LocalDate;
import java.util.UUID;

/**
 * That the caller recorded an outcome of a referral, for rooms that do something about it in the
 * same transaction.
 *
 * @param outcome code of list {@code record-outcome-reason}
 * @param happenedOn the day in London of what it tells of: of the charge, else of the decision
 */
public record OutcomeSaid(UUID referral, String outcome, LocalDate happenedOn) {}
