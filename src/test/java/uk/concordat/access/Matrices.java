package uk.concordat.access;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import uk.concordat.access.MatrixFile.Row;

/**
 * Draws role matrices: the real one with some rows that ended or have yet to begin, some that
 * changed today, and some cells that say something else.
 */
final class Matrices {
  private static final List<String> SCOPES = names(Scope.values());
  private static final List<String> ACTIONS =
      Action.onReferral().stream().map(Action::code).toList();
  private static final List<String> CELLS = names(Cell.values());
  // A draft is its drafter's or nobody's, and the header has no masked form.
  private static final List<String> DRAFTING = List.of("FULL", "FULL", "WITHHELD");
  private static final List<String> HEADER = List.of("FULL", "FULL", "HEADER", "WITHHELD");

  private final Dice dice;
  private final LocalDate today;

  Matrices(Dice dice, Instant now) {
    this.dice = dice;
    today = now.atZone(ZoneId.of("Europe/London")).toLocalDate();
  }

  MatrixFile permissions() {
    MatrixFile real =
        draw(
            "permissions.csv",
            cells -> permission(cells, dice.chance(10) ? scopes() : cells.get(2)));
    Stream<Row> more =
        Stream.of(ACTIONS, ACTIONS, ACTIONS, ACTIONS)
            .flatMap(List::stream)
            .map(action -> permission(List.of(dice.one(Worlds.ROLES_HELD), action), scopes()))
            .map(cells -> new Row(cells, today.minusDays(2), null));
    return new MatrixFile(Stream.concat(real.rows().stream(), more).toList());
  }

  private String scopes() {
    return dice.one(SCOPES) + "+" + dice.one(SCOPES) + "+" + dice.one(SCOPES);
  }

  private static List<String> permission(List<String> cells, String scopes) {
    return List.of(cells.get(0), cells.get(1), scopes, "", "", "");
  }

  MatrixFile classes() {
    return draw(
        "data-classes.csv",
        cells -> {
          boolean other = dice.chance(8);
          List<String> all = new ArrayList<>(cells.subList(0, 2));
          List<String> wider = cells.get(1).equals("D1") ? HEADER : CELLS;
          all.add(other ? dice.one(DRAFTING) : cells.get(2));
          for (int column = 3; column <= 5; column++) {
            all.add(other ? dice.one(wider) : cells.get(column));
          }
          all.addAll(List.of("", "", ""));
          return List.copyOf(all);
        });
  }

  /** Says a row anew, the same or otherwise. */
  private interface Saying {
    List<String> of(List<String> cells);
  }

  private MatrixFile draw(String file, Saying saying) {
    return new MatrixFile(
        MatrixFile.read(file).rows().stream().flatMap(row -> dated(row, saying)).toList());
  }

  private Stream<Row> dated(Row row, Saying saying) {
    List<String> cells = saying.of(row.cells());
    LocalDate begin = row.from();
    if (row.cell(1).equals("session.read")) {
      return Stream.of(new Row(cells, begin, null));
    }
    return switch (dice.upTo(29)) {
      case 0 -> Stream.of(new Row(cells, begin, today.minusDays(1)));
      case 1 -> Stream.of(new Row(cells, begin, today));
      case 2 -> Stream.of(new Row(cells, today.plusDays(1), null));
      case 3 -> Stream.of(new Row(cells, today, null));
      case 4, 5 ->
          Stream.of(
              new Row(saying.of(row.cells()), begin, today.minusDays(1)),
              new Row(cells, today, today.plusDays(30)));
      case 6, 7 ->
          Stream.of(
              new Row(cells, begin, today),
              new Row(saying.of(row.cells()), today.plusDays(1), null));
      default -> Stream.of(new Row(cells, begin, null));
    };
  }

  private static List<String> names(Enum<?>[] values) {
    return Stream.of(values).map(Enum::name).toList();
  }
}
