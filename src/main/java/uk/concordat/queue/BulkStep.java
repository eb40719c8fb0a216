package uk.concordat.queue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;
import uk.concordat.caller.CallerBound;
import uk.concordat.casework.ContactOfficerService;
import uk.concordat.referral.ReferralMoves;

/**
 * The move of one of them: what is done and that it was done are one transaction, so that neither
 * is lost without the other. Who may is asked by the move itself.
 */
@ApplicationScoped
class BulkStep {
  @Inject ReferralMoves moves;
  @Inject ContactOfficerService contacts;
  @Inject BulkRepository runs;

  @Transactional
  @CallerBound
  void make(UUID run, BulkMove move, BulkChoice choice, String assignee) {
    String reference = choice.reference().text();
    switch (move) {
      case ACKNOWLEDGE -> moves.acknowledgeOneOfMany(reference, choice.version());
      case ASSIGN -> contacts.assignOneOfMany(reference, choice.version(), assignee);
    }
    runs.ended(run, reference, BulkItem.DONE);
  }

  /** That it was not done, and why, once its own transaction is undone. */
  @Transactional
  @CallerBound
  void failed(UUID run, BulkChoice choice, String code) {
    runs.ended(run, choice.reference().text(), code);
  }
}
