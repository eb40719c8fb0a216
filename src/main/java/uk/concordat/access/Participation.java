package uk.concordat.access;

import java.util.UUID;

/**
 * What the gate needs to know of a record: who takes part in it.
 *
 * @param record its identity
 * @param draft whether it has not been sent yet
 * @param owner who started it
 * @param fromAgency the agency that sends
 * @param toAgency the agency that receives; null in a draft without one
 * @param assignee who works on it; null where nobody does
 */
public record Participation(
    UUID record, boolean draft, UUID owner, String fromAgency, String toAgency, UUID assignee) {}
