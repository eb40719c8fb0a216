package uk.concordat.referral;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * One operation on a referral, as whoever answers for it learns of it.
 *
 * @param ordinal the order in which entries were made
 * @param id of the entry in the ledger
 * @param leaf its place in the tree, from 0; null until it has one
 * @param at when, UTC
 * @param reason why it was refused; null where it was permitted
 * @param mine whether the reader did it
 * @param name of a colleague of the reader; null for other agencies' people
 * @param dataClasses the parts shown or changed, as far as the reader may know of them
 * @param recipients agencies that received something
 */
public record SeenEntry(
    long ordinal,
    UUID id,
    Long leaf,
    Instant at,
    String verb,
    String action,
    boolean permitted,
    String reason,
    boolean mine,
    String name,
    String agency,
    String role,
    List<String> dataClasses,
    List<String> recipients,
    String agreement,
    String purpose) {}
