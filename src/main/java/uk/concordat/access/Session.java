package uk.concordat.access;

import java.util.List;
import uk.concordat.caller.Caller;

/**
 * Who is signed in, and what their role may do at all.
 *
 * @param actions in the order of {@link Action}
 */
public record Session(Caller caller, List<Action> actions) {
  /** Copies the actions. */
  public Session {
    actions = List.copyOf(actions);
  }
}
