package uk.concordat.access;

import java.time.Instant;
import java.util.UUID;

/**
 * Somebody who must not see a record, whatever else lets them.
 *
 * @param subject their identity, where they are a colleague of the reader; else null
 * @param username their user name, where they are a colleague of the reader; else null
 * @param displayName their name, where they are a colleague of the reader; else null
 * @param reason code of list {@code exclusion-reason}
 */
public record Exclusion(
    UUID id, UUID subject, String username, String displayName, String reason, Instant since) {}
