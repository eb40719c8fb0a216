package uk.concordat.incident;

import java.util.UUID;

/**
 * A draft of an incident, a file of them, or a name that waits for one, that nobody has touched for
 * thirty days.
 *
 * @param record the draft, the file, or the incident for which the name waits
 * @param type of the record, as the ledger knows it, or {@link #NAMING}
 * @param version of the incident; null for a file
 */
public record StaleIncident(UUID record, String type, String agency, Long version) {
  static final String NAMING = "incident-naming";
}
