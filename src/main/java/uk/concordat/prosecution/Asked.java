package uk.concordat.prosecution;

import java.time.LocalDate;

/**
 * Something that prosecutors ask of the police, as somebody writes it; what is missing is null.
 *
 * @param item code of what it is of the checklist; null where it is none of that
 * @param dueOn by when it is needed; null where no day is given
 */
public record Asked(String item, String words, LocalDate dueOn) {}
