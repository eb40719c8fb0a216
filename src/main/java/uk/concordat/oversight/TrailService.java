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
import uk.concordat.caller.CurrentCaller;

/**
 * Reading the ledger, which is itself in it. It may be used for the four purposes of DPA 2018
 * s.62(4) only; there are no figures about anybody's work here.
 */
@ApplicationScoped
public class TrailService {
  private static final String TYPE = "ledger";

  private static final String GOVERNANCE = "information-governance";

  /** Its governance reads the ledger of all agencies. */
  private static final String BOARD = "BOARD";

  @Inject TrailRepository entries;
  @Inject Ledger ledger;
  @Inject CurrentCaller caller;

  /**
   * Entries of the caller's agency and those about what it was sent, newest first; whoever does not
   * govern it finds their own.
   */
  @Transactional
  @Requires(Action.AUDIT_READ)
  public List<TrailEntry> entries(TrailQuery query) {
    String agency = caller.get().agency();
    if (!GOVERNANCE.equals(caller.get().role())) {
      return read(query.by(caller.get().subject()), agency, Action.AUDIT_READ);
    }
    return read(query, BOARD.equals(agency) ? null : agency, Action.AUDIT_READ);
  }

  /**
   * What the caller did, newest first.
   *
   * @param before where the page before ended; null for the newest
   */
  @Transactional
  @Requires(Action.SESSION_READ)
  public List<TrailEntry> own(TrailCursor before, int limit) {
    TrailQuery own =
        new TrailQuery(caller.get().subject(), null, null, null, null, null, before, limit);
    return read(own, null, Action.SESSION_READ);
  }

  private List<TrailEntry> read(TrailQuery query, String agency, Action action) {
    List<TrailEntry> found = entries.find(query, agency);
    ledger.append(
        Entry.listed(
                action.code(), found.stream().map(TrailEntry::id).toList(), Set.of(DataClass.D17))
            .about(TYPE));
    return found;
  }
}
