package uk.concordat.casework;

import java.time.LocalDate;
import java.util.UUID;

/**
 * That the caller's force recorded a crime for a referral, for rooms that do something about it in
 * the same transaction.
 *
 * @param reportedOn the day in London on which it was reported
 */
public record CrimeRecorded(UUID referral, LocalDate reportedOn) {}
