package uk.concordat.casework;

import jakarta.enterprise.context.ApplicationScoped;
import uk.concordat.caller.Caller;

/** What of the work of the police is due; the database answers only the product itself. */
@ApplicationScoped
class DueCaseworkRepository extends CaseworkRepository {

  /** Tells the database that the product itself acts in this transaction. */
  void bind(Caller product) {
    one("select 1 from bind_clock(?1, ?2)", product.subject(), product.agency());
  }

  void tell() {
    one("select 1 from tell_of_due_casework()");
  }
}
