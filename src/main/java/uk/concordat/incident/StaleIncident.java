package uk.concordat.incident;

import java.util.UUID;

/**
 * A draft of an incident, or a file of them, that nobody has touched for thirty days.
 *
 * @param type of the record, as the ledger knows it
 * @param version of a draft; null for a file
 */
public record StaleIncident(UUID record, String type, String agency, Long version) {}
