package uk.concordat.prosecution;

import java.time.Instant;
import java.time.LocalDate;

/**
 * Something that prosecutors asked of the police, or told them (masked D10).
 *
 * @param number 1 for the first of the file
 * @param move with which it was asked
 * @param item code of what it is of the checklist; null where it is none of that
 * @param dueOn by when it is needed; null where no day was given
 * @param done what the police answered; null as long as they did not
 */
public record ActionItem(
    int number,
    ReviewMove move,
    String item,
    String words,
    LocalDate dueOn,
    Instant askedAt,
    String done,
    Instant doneAt) {}
