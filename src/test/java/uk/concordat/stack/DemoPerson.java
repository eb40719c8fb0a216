package uk.concordat.stack;

import java.util.List;
import java.util.UUID;

/**
 * A synthetic member of staff. The first name of all is "Demo", so that every screen shows it.
 *
 * @param team code of a team, or empty
 */
record DemoPerson(
    String username, String lastName, String agency, String role, String team, boolean lead) {
  static final String FIRST_NAME = "Demo";

  /** Whether the role can ever break the glass, which needs a second factor. */
  boolean mayBreakGlass() {
    return switch (role) {
      case "police-officer", "hate-crime-officer", "cps-prosecutor", "nhs-safeguarding-lead" ->
          true;
      default -> lead;
    };
  }

  String email() {
    return username + "@" + agency.toLowerCase(java.util.Locale.ROOT) + ".example";
  }

  /** The deepest group: a team, or the agency for those above the teams. */
  String group() {
    return "/agencies/" + agency + (team.isEmpty() ? "" : "/" + team);
  }

  DemoAccount as(UUID subject) {
    List<String> teams = team.isEmpty() ? List.of() : List.of(team);
    return new DemoAccount(
        username, subject, FIRST_NAME + " " + lastName, agency, role, teams, lead, mayBreakGlass());
  }
}
