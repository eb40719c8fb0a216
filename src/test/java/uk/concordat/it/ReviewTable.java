package uk.concordat.it;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import uk.concordat.prosecution.ReviewMove;
import uk.concordat.prosecution.ReviewState;
import uk.concordat.prosecution.Reviewer;

/**
 * What the tables that were written by hand say of a review: where each move leads ({@code
 * review.csv}), who makes it ({@code review-actors.csv}) and the rest ({@code review-besides.csv}).
 */
final class ReviewTable {
  private final List<Table.Line> actors = Table.read("review-actors.csv").toList();
  private final Map<String, String> besides = new HashMap<>();
  private final Map<String, Table.Line> moves = new HashMap<>();

  ReviewTable() {
    Table.read("review-besides.csv")
        .forEach(line -> besides.put(line.get("state") + line.get("move"), line.get("answer")));
    Table.read("/uk/concordat/prosecution/review.csv")
        .forEach(line -> moves.put(line.get("from") + line.get("move"), line));
  }

  List<Table.Line> actors() {
    return actors;
  }

  /** Where the move leads from there; null where it leads nowhere. */
  String target(ReviewState from, ReviewMove move) {
    Table.Line line = moves.get(from.name() + move.name());
    return line == null ? null : line.get("to");
  }

  /** Who moves somebody from there to there: police, unit or prosecutor; null for nobody. */
  String mover(String from, String to) {
    return moves.values().stream()
        .filter(line -> line.get("from").equals(from) && line.get("to").equals(to))
        .map(line -> line.get("who"))
        .findFirst()
        .orElse(null);
  }

  /**
   * What trying is answered: {@code → STATE} where it is done, else the status, with the code where
   * it is 409.
   */
  String answer(ReviewState from, ReviewMove move, Table.Line actor) {
    String cell = actor.get(door(move));
    if (move.reviewer() == Reviewer.REVIEW) {
      return cell.equals("404") ? "404" : "400";
    }
    return switch (cell) {
      case "may" -> done(from, move);
      case "not-permitted" -> "409 not-permitted";
      default -> cell;
    };
  }

  private String done(ReviewState from, ReviewMove move) {
    String to = target(from, move);
    if (to == null && door(move).equals("submit")) {
      // one door: whoever is submitted for the first time and whoever is again go together
      to = target(from, move == ReviewMove.SUBMIT ? ReviewMove.RESUBMIT : ReviewMove.SUBMIT);
    }
    if (to != null) {
      return "→ " + to;
    }
    String other = besides.getOrDefault(from.name() + move.name(), "409 impossible-move");
    return other.equals("stays") ? "→ " + from : other;
  }

  /** The column of the door at which a move is made. */
  static String door(ReviewMove move) {
    return switch (move.saying()) {
      case DECISION -> "decision";
      case COURT -> "court";
      default ->
          switch (move.reviewer()) {
            case POLICE -> "submit";
            case UNIT -> "unit";
            default -> "review";
          };
    };
  }
}
