package uk.concordat.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Arrays;
import uk.concordat.caller.CurrentCaller;

/** Tells a caller who they are here and what they may do. */
@ApplicationScoped
public class SessionService {
  @Inject CurrentCaller current;
  @Inject Permissions permissions;

  /** The caller and the actions their role has today, whatever the record. */
  @Transactional
  @Requires(Action.SESSION_READ)
  public Session session() {
    return new Session(
        current.get(),
        Arrays.stream(Action.values())
            .filter(action -> permissions.has(current.get().role(), action))
            .toList());
  }
}
