package uk.concordat.queue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import uk.concordat.access.Refused;
import uk.concordat.agency.StaffMember;
import uk.concordat.caller.UnknownCaller;
import uk.concordat.kernel.InvalidInput;
import uk.concordat.kernel.NotFound;
import uk.concordat.kernel.StaleVersion;
import uk.concordat.referral.CaseworkMoves;
import uk.concordat.referral.GuardRefused;
import uk.concordat.referral.ImpossibleMove;

/**
 * Makes a move of many referrals, one after the other: each by the stairs of the single move, in a
 * transaction of its own, from the version that was seen. One that fails keeps no other from its
 * turn.
 */
@ApplicationScoped
public class BulkWork {
  private static final Logger LOG = Logger.getLogger(BulkWork.class.getName());

  @Inject BulkService service;
  @Inject BulkStep step;
  @Inject CaseworkMoves casework;

  /**
   * Acknowledges them, by somebody who declares that they know nobody in any of them. Sent twice it
   * is done once; what became of each: {@link BulkService#result}.
   *
   * @throws InvalidInput where none is chosen, or too many
   */
  public void acknowledge(UUID id, List<BulkChoice> choices) {
    make(id, BulkMove.ACKNOWLEDGE, choices, null);
  }

  /**
   * Gives them to a colleague; the same.
   *
   * @param assignee user name
   * @throws InvalidInput where nobody is named, none is chosen, or too many
   */
  public void assign(UUID id, List<BulkChoice> choices, String assignee) {
    if (assignee == null || assignee.isBlank()) {
      throw new InvalidInput("assignee", "required");
    }
    make(id, BulkMove.ASSIGN, choices, assignee);
  }

  private void make(UUID id, BulkMove move, List<BulkChoice> choices, String assignee) {
    if (service.begin(id, move, choices)) {
      choices.forEach(choice -> make(id, move, choice, assignee));
    }
  }

  private void make(UUID id, BulkMove move, BulkChoice choice, String assignee) {
    try {
      step.make(id, move, choice, assignee);
    } catch (UnknownCaller gone) {
      throw gone; // nothing more in their name
    } catch (RuntimeException failed) {
      step.failed(id, choice, code(failed));
    }
  }

  private static String code(RuntimeException failed) {
    if (failed instanceof NotFound) {
      return "not-found";
    }
    if (failed instanceof StaleVersion) {
      return "changed";
    }
    if (failed instanceof ImpossibleMove) {
      return "impossible";
    }
    if (failed instanceof Refused) {
      return "forbidden";
    }
    if (failed instanceof GuardRefused guard) {
      return guard.code();
    }
    if (failed instanceof InvalidInput invalid) {
      return invalid.errors().get(0).code();
    }
    LOG.log(Level.WARNING, "One of many moves failed: {0}", failed.getClass());
    return "fault";
  }

  /**
   * Colleagues to whom each of them may be given, by name; what the caller does not see is none.
   */
  public List<StaffMember> candidates(List<String> references) {
    List<StaffMember> all = null;
    for (String reference : references) {
      try {
        List<StaffMember> those = casework.candidates(reference);
        if (all == null) {
          all = new ArrayList<>(those);
        } else {
          all.retainAll(those);
        }
      } catch (NotFound unseen) {
        // it fails by itself, and says so
      }
    }
    return all == null ? List.of() : all;
  }
}
