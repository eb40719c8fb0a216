package uk.concordat.casework;

import java.time.Instant;
import java.time.LocalDate;

/**
 * The line of what came of a prosecution, as it was passed on to whoever sent the referral (D16).
 *
 * @param outcome code of list {@code record-outcome-reason}
 * @param outcomeOn the day in London on which it was recorded
 * @param at when it was passed on
 */
public record PassedResult(String outcome, LocalDate outcomeOn, Instant at) {}
