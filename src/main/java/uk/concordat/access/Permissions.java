package uk.concordat.access;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import uk.concordat.caller.Caller;

/** The role matrix, read from the one dated file {@code permissions.csv} beside this class. */
@ApplicationScoped
public class Permissions {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final Set<Scope> LEADS = EnumSet.of(Scope.LEAD, Scope.SENDING_LEAD);

  @Inject Clock clock;
  private List<Permission> permissions;

  private record Permission(String role, Action action, Set<Scope> scopes, MatrixFile.Row row) {}

  @PostConstruct
  void read() {
    use(MatrixFile.read("permissions.csv"));
  }

  void use(MatrixFile file) {
    permissions =
        file.rows().stream()
            .map(
                row ->
                    new Permission(row.cell(0), Action.of(row.cell(1)), scopes(row.cell(2)), row))
            .toList();
  }

  /** How far the role's permission for the action reaches today; empty where it has none. */
  public Set<Scope> scopes(String role, Action action) {
    LocalDate today = LocalDate.now(clock.withZone(LONDON));
    Set<Scope> scopes = EnumSet.noneOf(Scope.class);
    permissions.stream()
        .filter(one -> one.role.equals(role) && one.action == action && one.row.holds(today))
        .forEach(one -> scopes.addAll(one.scopes));
    return scopes;
  }

  /** Whether the role has the action at all today. */
  public boolean has(String role, Action action) {
    return !scopes(role, action).isEmpty();
  }

  /**
   * Whether the caller could use the action on any record: their role has it, and where only those
   * who lead a team have it, they lead one.
   */
  public boolean reaches(Caller caller, Action action) {
    Set<Scope> scopes = scopes(caller.role(), action);
    return !scopes.isEmpty() && (!LEADS.containsAll(scopes) || !caller.leads().isEmpty());
  }

  /** Roles that have the action today, in the order of the file. */
  public List<String> rolesWith(Action action) {
    LocalDate today = LocalDate.now(clock.withZone(LONDON));
    return permissions.stream()
        .filter(one -> one.action == action && one.row.holds(today))
        .map(Permission::role)
        .distinct()
        .toList();
  }

  private static Set<Scope> scopes(String cell) {
    Set<Scope> scopes = EnumSet.noneOf(Scope.class);
    Arrays.stream(cell.split("\\+")).map(Scope::valueOf).forEach(scopes::add);
    return scopes;
  }
}
