package uk.concordat.oversight;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * One entry of the ledger as its readers see it: ids and codes, no content.
 *
 * @param ordinal the order in which entries were made
 * @param id of the entry
 * @param leaf its place in the tree, from 0; null until it has one
 * @param at when, UTC
 * @param reason why it was refused; null where it was permitted
 * @param actor subject of whoever did it
 * @param name their name as colleagues know it; null where the reader knows no such colleague
 * @param records identities of the records concerned
 * @param subjects opaque ids of the people of whom something was shown or changed
 * @param readings what makes it worth a look, to whoever governs it; else none
 * @param commitment what the tree holds of it
 */
public record TrailEntry(
    long ordinal,
    UUID id,
    Long leaf,
    Instant at,
    String verb,
    String action,
    boolean permitted,
    String reason,
    UUID actor,
    String name,
    String agency,
    String role,
    String recordType,
    List<String> records,
    Long version,
    List<String> dataClasses,
    List<String> recipients,
    String agreement,
    String purpose,
    String lawfulBasis,
    List<String> subjects,
    List<Reading> readings,
    byte[] commitment) {}
