package uk.concordat.stack;

import java.util.List;
import java.util.UUID;

/**
 * One account of the demo, as Keycloak knows it.
 *
 * @param subject the token's {@code sub}
 * @param teams codes of the teams, all of the account's agency
 * @param lead whether the person leads the team; kept in our database, unknown to Keycloak
 * @param secondFactor whether the account has one
 */
public record DemoAccount(
    String username,
    UUID subject,
    String displayName,
    String agency,
    String role,
    List<String> teams,
    boolean lead,
    boolean secondFactor) {
  /** The password of every demo account, the one password in the repository. */
  public static final String PASSWORD = "concordat";
}
