package uk.concordat.court;

import java.time.LocalDate;

/**
 * How cases that were completed between two days, both included, ended, counted by defendant;
 * administrative finalisations are left out (domain.md 3.3). Of each only the result that stands
 * counts.
 *
 * @param convictions numerator of the conviction rate
 * @param completed its denominator: convictions and non-convictions
 * @param uplifts numerator of the uplift rate: those of the flagged convictions in which an uplift
 *     was announced in court, on some strand, and the record of the hearing says so
 * @param flaggedConvictions its denominator: convictions of whom was prosecuted as hate, on
 *     whatever strand
 */
public record Rates(
    LocalDate from,
    LocalDate to,
    long convictions,
    long completed,
    long uplifts,
    long flaggedConvictions) {}
