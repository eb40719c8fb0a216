package uk.concordat.oversight;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;
import uk.concordat.access.Action;
import uk.concordat.access.DataClass;
import uk.concordat.access.Requires;
import uk.concordat.audit.Entry;
import uk.concordat.audit.Ledger;
import uk.concordat.caller.Caller;
import uk.concordat.caller.CurrentCaller;

/** Reading the security log, which is in the ledger; it never is in the security log itself. */
@ApplicationScoped
public class SecurityLogService {
  private static final String TYPE = "security-log";
  private static final String GOVERNANCE = "information-governance";
  private static final String BOARD = "BOARD";

  @Inject SecurityEventRepository events;
  @Inject Ledger ledger;
  @Inject CurrentCaller current;

  /**
   * Events of the people of the caller's agency, newest first; the board's governance also finds
   * those that are nobody's, and whoever does not govern finds their own.
   */
  @Transactional
  @Requires(Action.AUDIT_READ)
  public List<SecurityEntry> events(SecurityQuery query) {
    Caller caller = current.get();
    boolean governs = GOVERNANCE.equals(caller.role());
    List<SecurityEntry> found =
        events.find(
            governs ? query : query.by(caller.subject()),
            caller.agency(),
            governs && BOARD.equals(caller.agency()));
    ledger.append(
        Entry.listed(Action.AUDIT_READ.code(), List.of(), Set.of(DataClass.D17)).about(TYPE));
    return found;
  }
}
