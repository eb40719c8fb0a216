package uk.concordat.casework;

import java.time.LocalDate;

/** What has become of a measure; what is missing is null. */
public record MeasureChange(Measure.Status status, String outcome, LocalDate sharedOn) {}
