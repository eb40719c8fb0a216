package uk.concordat.prosecution;

import java.time.Instant;
import java.time.LocalDate;

/**
 * That the police corrected the day on which they did what prosecutors decided; their own.
 *
 * @param defendant number of whom it is about
 * @param was the day that was said before
 * @param reason what was wrong with it
 */
public record CorrectedDay(int defendant, LocalDate was, String reason, Instant at) {}
