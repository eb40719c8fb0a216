package uk.concordat.caller;

import java.util.Set;
import java.util.UUID;

/**
 * Whoever makes this request.
 *
 * @param subject Keycloak's {@code sub}: the one identity that never changes
 * @param username the name they sign in with
 * @param displayName their name as colleagues know it
 * @param agency code of their agency
 * @param teams codes of their teams there
 * @param role the one role they act in
 */
public record Caller(
    UUID subject,
    String username,
    String displayName,
    String agency,
    Set<String> teams,
    String role) {

  /** Copies the teams. */
  public Caller {
    teams = Set.copyOf(teams);
  }
}
