package uk.concordat.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;

/** Shows the whole role matrix; it holds nobody's data, so the ledger has nothing to say of it. */
@ApplicationScoped
public class RoleMatrixService {
  @Inject RoleMatrix matrix;

  /** Every role with what it may do and see today, from the data on which the gate decides. */
  @Transactional
  @Requires(Action.SESSION_READ)
  public List<RolePowers> matrix() {
    return matrix.all();
  }
}
