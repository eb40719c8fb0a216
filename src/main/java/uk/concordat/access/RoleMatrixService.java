package uk.concordat.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import uk.concordat.access.ClassMatrix.Column;
import uk.concordat.access.RolePowers.ClassSight;
import uk.concordat.access.RolePowers.Power;

/** Shows the whole role matrix; it holds nobody's data, so the ledger has nothing to say of it. */
@ApplicationScoped
public class RoleMatrixService {
  @Inject Permissions permissions;
  @Inject ClassMatrix classes;

  /** Every role with what it may do and see today, from the data on which the gate decides. */
  @Transactional
  @Requires(Action.SESSION_READ)
  public List<RolePowers> matrix() {
    return permissions.rolesWith(Action.SESSION_READ).stream()
        .map(role -> new RolePowers(role, powers(role), sights(role)))
        .toList();
  }

  private List<Power> powers(String role) {
    return Arrays.stream(Action.values())
        .filter(action -> permissions.has(role, action))
        .map(action -> new Power(action, reach(role, action)))
        .toList();
  }

  private String reach(String role, Action action) {
    return permissions.scopes(role, action).stream()
        .map(Scope::label)
        .collect(Collectors.joining(", "));
  }

  private List<ClassSight> sights(String role) {
    return Arrays.stream(DataClass.values())
        .map(
            dataClass ->
                new ClassSight(
                    dataClass,
                    classes.cell(role, dataClass, Column.OWN).label(),
                    classes.cell(role, dataClass, Column.SENDER).label(),
                    classes.cell(role, dataClass, Column.RECIPIENT).label()))
        .toList();
  }
}
