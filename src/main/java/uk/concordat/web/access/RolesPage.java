package uk.concordat.web.access;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import uk.concordat.access.RoleMatrixService;
import uk.concordat.access.RolePowers;
import uk.concordat.web.SignedInBean;

/** The whole role matrix: what each role may do, and what it sees. */
@Named
@RequestScoped
public class RolesPage {
  @Inject RoleMatrixService matrix;
  @Inject SignedInBean caller;
  private List<RolePowers> roles;

  /** Every role. */
  public List<RolePowers> getRoles() {
    if (roles == null) {
      roles = matrix.matrix();
    }
    return roles;
  }

  /** A role in words. */
  public String name(RolePowers powers) {
    return caller.getOptions().roleNames().get(powers.role());
  }
}
