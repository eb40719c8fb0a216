package uk.concordat.caller;

import java.util.List;
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
 * @param leads those of the teams that they lead today, as their agency's administrator set it
 * @param roles every role they hold, the one to begin with first
 * @param role the one role they act in
 */
public record Caller(
    UUID subject,
    String username,
    String displayName,
    String agency,
    Set<String> teams,
    Set<String> leads,
    List<String> roles,
    String role) {

  private static final UUID ITSELF = UUID.fromString("00000000-0000-7000-8000-000000000001");

  /** Copies the teams and roles. */
  public Caller {
    teams = Set.copyOf(teams);
    leads = Set.copyOf(leads);
    roles = List.copyOf(roles);
  }

  /** Somebody as their token describes them, acting in the first of their roles. */
  public static Caller holding(
      UUID subject,
      String username,
      String displayName,
      String agency,
      Set<String> teams,
      List<String> roles) {
    return new Caller(subject, username, displayName, agency, teams, Set.of(), roles, roles.get(0));
  }

  /** The product itself, as it acts for an agency because time passes; nobody signs in as that. */
  public static Caller itself(String agency) {
    String role = "system";
    return new Caller(ITSELF, role, "Concordat", agency, Set.of(), Set.of(), List.of(role), role);
  }

  /** The same person with those of their roles that can be held in their agency. */
  public Caller among(List<String> roles) {
    return new Caller(subject, username, displayName, agency, teams, leads, roles, role);
  }

  /** The same person with what is known of them here. */
  public Caller acting(String role, Set<String> leads) {
    return new Caller(subject, username, displayName, agency, teams, leads, roles, role);
  }
}
