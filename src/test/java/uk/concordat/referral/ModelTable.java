package uk.concordat.referral;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The table of domain.md 7.2 written a second time, from there and not from {@link Move}. */
final class ModelTable {
  /** From, move, to ("=" stays), who. Governance and the clock are not asked through the gate. */
  private static final String TABLE =
      """
      DRAFT submit SUBMITTED creator
      DRAFT discard = creator
      SUBMITTED,RECEIVED,INFO_REQUESTED withdraw WITHDRAWN sender
      SUBMITTED acknowledge RECEIVED receiver
      RECEIVED ask INFO_REQUESTED receiver
      INFO_REQUESTED answer RECEIVED sender
      RECEIVED accept ACCEPTED receiver
      RECEIVED reject REJECTED receiver
      RECEIVED redirect REDIRECTED receiver
      RECEIVED duplicate DUPLICATE receiver
      ACCEPTED start IN_PROGRESS assignee
      IN_PROGRESS hold ON_HOLD assignee+manager
      ON_HOLD resume IN_PROGRESS assignee+manager
      ACCEPTED,IN_PROGRESS,ON_HOLD,OUTCOME_RECORDED assign = manager
      IN_PROGRESS record-outcome OUTCOME_RECORDED assignee+manager
      OUTCOME_RECORDED close CLOSED manager
      CLOSED reopen IN_PROGRESS manager
      SUBMITTED,RECEIVED,INFO_REQUESTED,ACCEPTED,IN_PROGRESS,ON_HOLD,OUTCOME_RECORDED,REDIRECTED amend = creator
      SUBMITTED,RECEIVED,INFO_REQUESTED,ACCEPTED,IN_PROGRESS,ON_HOLD,OUTCOME_RECORDED,CLOSED,WITHDRAWN,REJECTED,REDIRECTED,DUPLICATE recall = lead
      """;

  private static final List<Line> LINES =
      TABLE
          .lines()
          .map(line -> line.split(" "))
          .map(cells -> new Line(split(cells[0], ","), cells[1], cells[2], split(cells[3], "\\+")))
          .toList();

  private ModelTable() {}

  /**
   * A line of it.
   *
   * @param who each of those whom it names
   */
  record Line(List<String> from, String move, String to, List<String> who) {}

  private static List<String> split(String cell, String by) {
    return Arrays.asList(cell.split(by));
  }

  /** The line of a move from a state; empty where there is none. */
  static Optional<Line> line(String state, String move) {
    return LINES.stream()
        .filter(line -> line.from.contains(state) && line.move.equals(move))
        .findFirst();
  }

  /** Where a line leads from that state. */
  static String next(String state, Line line) {
    return line.to.equals("=") ? state : line.to;
  }

  /** What is due in a state; null where nothing is. */
  static String due(String state) {
    return switch (state) {
      case "SUBMITTED" -> "ACKNOWLEDGE";
      case "RECEIVED" -> "DECIDE";
      case "INFO_REQUESTED" -> "ANSWER";
      case "ACCEPTED" -> "FIRST_CONTACT";
      case "IN_PROGRESS" -> "UPDATE";
      case "ON_HOLD" -> "REVIEW";
      default -> null;
    };
  }
}
