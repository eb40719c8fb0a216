package uk.concordat.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import uk.concordat.access.ClassMatrix.Column;
import uk.concordat.access.RolePowers.ClassSight;
import uk.concordat.access.RolePowers.Power;

/** The role matrix of today in words, from the data on which the gate decides. */
@ApplicationScoped
class RoleMatrix {
  @Inject Permissions permissions;
  @Inject ClassMatrix classes;

  /** Every role that can sign in. */
  List<RolePowers> all() {
    return permissions.rolesWith(Action.SESSION_READ).stream().map(this::of).toList();
  }

  /** What a role may do and sees. */
  RolePowers of(String role) {
    return new RolePowers(role, powers(role), sights(role));
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
                    classes.cell(role, dataClass, Column.DRAFTING).label(),
                    classes.cell(role, dataClass, Column.OWN).label(),
                    classes.cell(role, dataClass, Column.SENDER).label(),
                    classes.cell(role, dataClass, Column.RECIPIENT).label()))
        .toList();
  }
}
