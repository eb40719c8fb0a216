package uk.concordat.agency;

import java.util.UUID;

/**
 * A member of staff as known here.
 *
 * @param subject Keycloak's {@code sub}
 * @param displayName for colleagues of the same agency only
 */
public record StaffMember(UUID subject, String username, String displayName, String role) {}
