package uk.concordat.queue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import uk.concordat.access.Refused;
import uk.concordat.agency.StaffMember;
import uk.concordat.caller.CurrentCaller;
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
  @Inject CurrentCaller current;

  /**
   * Acknowledges them, by somebody who declares that they know nobody in any of them. Sent twice it
   * is done once.
   *
   * @param form the identity of the form
   * @return by which {@link BulkService#result} says what became of each
   * @throws InvalidInput where none is chosen, or too many
   */
  public UUID acknowledge(UUID form, List<BulkChoice> choices) {
    return make(new BulkOrder(form, BulkMove.ACKNOWLEDGE, choices, null));
  }

  /**
   * Gives them to a colleague; the same.
   *
   * @param assignee user name
   * @throws InvalidInput where nobody is named, none is chosen, or too many
   */
  public UUID assign(UUID form, List<BulkChoice> choices, String assignee) {
    if (assignee == null || assignee.isBlank()) {
      throw new InvalidInput("assignee", "required");
    }
    return make(new BulkOrder(form, BulkMove.ASSIGN, choices, assignee));
  }

  private UUID make(BulkOrder order) {
    UUID run = order.run(current.get().subject());
    if (service.begin(run, order)) {
      order.choices().forEach(choice -> make(run, order.move(), choice, order.assignee()));
    }
    return run;
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
  public List<StaffMember> candidates(List<BulkChoice> choices) {
    return casework.candidates(choices.stream().map(one -> one.reference().text()).toList());
  }
}
