package uk.concordat.casework;

import java.time.Instant;

/**
 * The one officer whom the person harmed can turn to (D16: the sender's people are told).
 *
 * @param officer user name; null to those who are no colleagues
 * @param name as the person harmed is told it
 * @param role code of the role
 * @param reach a safe way to reach them; null where nobody has said since it was handed on
 * @param until null for the one who is it now
 */
public record ContactOfficer(
    String officer, String name, String role, String reach, Instant since, Instant until) {}
