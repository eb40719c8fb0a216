package uk.concordat.agency;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * What is known here of the post of a colleague of the caller.
 *
 * @param roles codes of every role they could act in when they were last here, the one to begin
 *     with first
 * @param role code of the one they acted in
 * @param suspended whether they are shut out at present
 * @param leads teams that they lead today
 * @param manager who manages them today; null where nobody does
 * @param manages whom they manage today, by name
 */
public record StaffPost(
    UUID subject,
    String agency,
    String username,
    String displayName,
    List<String> roles,
    String role,
    List<String> teams,
    boolean suspended,
    List<Since> leads,
    Since manager,
    List<Since> manages) {
  /** Copies the lists. */
  public StaffPost {
    roles = List.copyOf(roles);
    teams = List.copyOf(teams);
    leads = List.copyOf(leads);
    manages = List.copyOf(manages);
  }

  /**
   * Something that holds since a day.
   *
   * @param code of a team, or the user name of a colleague
   * @param name the same in words
   */
  public record Since(String code, String name, LocalDate day) {}
}
