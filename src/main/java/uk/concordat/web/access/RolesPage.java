package uk.concordat.web.access;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import uk.concordat.access.Action;
import uk.concordat.access.RoleMatrixService;
import uk.concordat.access.RolePowers;
import uk.concordat.web.SignedInBean;

/** The whole role matrix: what each role may do and sees, and who may do each thing. */
@Named
@RequestScoped
public class RolesPage {
  @Inject RoleMatrixService matrix;
  @Inject SignedInBean caller;
  private List<RolePowers> roles;

  /**
   * Who may do something.
   *
   * @param holders roles with their reach, those that reach as far together
   */
  public record Holders(Action action, List<String> holders) {}

  /** Every role. */
  public List<RolePowers> getRoles() {
    if (roles == null) {
      roles = matrix.matrix();
    }
    return roles;
  }

  /** Every action with the roles that have it. */
  public List<Holders> getActions() {
    return Arrays.stream(Action.values())
        .map(action -> new Holders(action, holders(action)))
        .toList();
  }

  private List<String> holders(Action action) {
    Map<String, List<String>> byReach = new LinkedHashMap<>();
    for (RolePowers role : getRoles()) {
      role.powers().stream()
          .filter(power -> power.action() == action)
          .forEach(
              power ->
                  byReach
                      .computeIfAbsent(power.reach(), reach -> new ArrayList<>())
                      .add(name(role)));
    }
    return byReach.entrySet().stream()
        .map(entry -> names(entry.getValue()) + ": " + entry.getKey())
        .toList();
  }

  private String names(List<String> names) {
    return names.size() == getRoles().size() ? "Every role" : String.join(", ", names);
  }

  /** A role in words. */
  public String name(RolePowers powers) {
    return caller.getOptions().roleNames().get(powers.role());
  }
}
