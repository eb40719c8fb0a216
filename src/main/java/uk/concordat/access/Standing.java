package uk.concordat.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import uk.concordat.access.ClassMatrix.Column;
import uk.concordat.caller.Caller;

/**
 * Where a caller stands towards a record that has been sent.
 *
 * @param receives whether it is the receiver's side, which sees what agreements let through
 * @param column where the class matrix says what is seen from there
 */
record Standing(boolean receives, Column column, Why why) {

  /** The standings that a scope gives this caller; none where it does not reach the record. */
  static List<Standing> of(Scope scope, Caller caller, Participation record) {
    boolean sends = caller.agency().equals(record.fromAgency());
    boolean receives = caller.agency().equals(record.toAgency()) && !record.recalled();
    List<Standing> standings = new ArrayList<>();
    switch (scope) {
      case OWN -> {
        add(standings, sends && caller.subject().equals(record.owner()), OWNER);
        add(standings, receives && caller.subject().equals(record.assignee()), ASSIGNEE);
      }
      case ASSIGNED ->
          add(standings, receives && caller.subject().equals(record.assignee()), ASSIGNEE);
      case SENDING_TEAM -> add(standings, sends && in(caller.teams(), record.fromTeam()), SENDER);
      case RECEIVING_TEAM ->
          add(standings, receives && in(caller.teams(), record.toTeam()), RECIPIENT);
      case SENDER -> add(standings, sends, SENDER);
      case RECIPIENT -> add(standings, receives, RECIPIENT);
      case LEAD -> {
        add(standings, sends && in(caller.leads(), record.fromTeam()), SENDER);
        add(standings, receives && in(caller.leads(), record.toTeam()), RECIPIENT);
      }
      case SENDING_LEAD -> add(standings, sends && in(caller.leads(), record.fromTeam()), SENDER);
      case HEADER -> {
        add(standings, sends, new Standing(false, Column.SENDER, Why.HEADER));
        add(standings, receives, new Standing(true, Column.SENDER, Why.HEADER));
      }
      case ANY, DRAWN, TEAM, AGENCY, STATISTICS -> {} // no record is reached by these
    }
    return standings;
  }

  private static final Standing OWNER = new Standing(false, Column.OWN, Why.OWNER);
  private static final Standing ASSIGNEE = new Standing(true, Column.OWN, Why.ASSIGNEE);
  private static final Standing SENDER = new Standing(false, Column.SENDER, Why.SENDER);
  private static final Standing RECIPIENT = new Standing(true, Column.RECIPIENT, Why.RECIPIENT);

  private static void add(List<Standing> standings, boolean holds, Standing standing) {
    if (holds) {
      standings.add(standing);
    }
  }

  private static boolean in(Set<String> teams, String team) {
    return team != null && teams.contains(team);
  }
}
