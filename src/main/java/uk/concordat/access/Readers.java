package uk.concordat.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import uk.concordat.access.ClassMatrix.Column;
import uk.concordat.agency.AgencyKind;
import uk.concordat.agency.AgencyRepository;

/** Says from the role matrix who would see a data class in an agency that it comes to. */
@ApplicationScoped
public class Readers {
  @Inject AgencyRepository agencies;
  @Inject Permissions permissions;
  @Inject ClassMatrix classes;

  /** The roles of such an agency whose cell is not empty today, at their best standing. */
  public List<Reader> of(AgencyKind receiver, DataClass dataClass) {
    return agencies.rolesIn(receiver).stream()
        .flatMap(role -> best(role, dataClass).map(cell -> reader(role, cell)).stream())
        .toList();
  }

  private Optional<Cell> best(String role, DataClass dataClass) {
    Stream<Cell> reading =
        permissions.scopes(role, Action.REFERRAL_READ).stream()
            .flatMap(scope -> column(scope, dataClass).stream())
            .map(column -> classes.cell(role, dataClass, column));
    Stream<Cell> header =
        permissions.scopes(role, Action.REFERRAL_HEADER).stream()
            .map(scope -> classes.cell(role, dataClass, Column.SENDER))
            .filter(cell -> cell == Cell.HEADER);
    return Stream.concat(reading, header)
        .filter(cell -> cell != Cell.WITHHELD)
        .min(Comparator.naturalOrder());
  }

  /** Feedback goes the other way: to those who sent. */
  private static Optional<Column> column(Scope scope, DataClass dataClass) {
    return switch (scope) {
      case OWN, ASSIGNED -> Optional.of(Column.OWN);
      case RECIPIENT, RECEIVING_TEAM, LEAD -> Optional.of(Column.RECIPIENT);
      case SENDER, SENDING_TEAM ->
          dataClass == DataClass.D16 ? Optional.of(Column.SENDER) : Optional.empty();
      default -> Optional.empty();
    };
  }

  private static Reader reader(String role, Cell cell) {
    return new Reader(role, cell.level(true), cell == Cell.AGREED);
  }
}
