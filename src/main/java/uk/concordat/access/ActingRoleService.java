package uk.concordat.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import uk.concordat.audit.Change;
import uk.concordat.audit.Entry;
import uk.concordat.audit.Ledger;
import uk.concordat.audit.Refusals;
import uk.concordat.audit.SecurityEvent;
import uk.concordat.audit.SecurityLog;
import uk.concordat.audit.Verb;
import uk.concordat.caller.Caller;
import uk.concordat.caller.CurrentCaller;
import uk.concordat.kernel.InvalidInput;

/**
 * Acting in one role at a time, for people who hold several (domain.md 7.3): what they see and may
 * do is always that of one role, and the ledger says which.
 */
@ApplicationScoped
public class ActingRoleService {
  @Inject ActingRoleRepository choices;
  @Inject Ledger ledger;
  @Inject SecurityLog security;
  @Inject Refusals refusals;
  @Inject CurrentCaller current;

  /**
   * Acts in another role from the next request on, in the portal and through the API alike. It
   * lasts until another is chosen or the role is lost; then the first of the others is acted in.
   *
   * @param role code of a role that the caller holds
   * @throws InvalidInput where there is none, or the caller does not hold it; the latter is a
   *     refusal in the ledger
   */
  @Transactional
  @Requires(Action.SESSION_ACT)
  public void act(String role) {
    Caller caller = current.get();
    if (role == null || role.isBlank()) {
      throw new InvalidInput("role", "required");
    }
    if (!caller.roles().contains(role)) {
      refusals.record(Action.SESSION_ACT.code(), "role-not-held", Entry.STAFF, caller.subject());
      throw new InvalidInput("role", "not-held");
    }
    choices.choose(caller.subject(), role);
    security.append(SecurityEvent.ROLE_CHOSEN, role);
    ledger.append(
        Entry.of(
                Verb.ALTER, Action.SESSION_ACT.code(), caller.subject(), null, List.<DataClass>of())
            .about(Entry.STAFF)
            .changing(
                Entry.STAFF, new Change(Map.of("role", caller.role()), Map.of("role", role))));
  }
}
