package uk.concordat.casework;

import java.time.LocalDate;

/** A measure as somebody plans it; what is missing is null. */
public record MeasureContent(
    String kind, String detail, String agency, String owner, LocalDate dueOn, Boolean readable) {}
