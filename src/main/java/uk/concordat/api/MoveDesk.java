package uk.concordat.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import uk.concordat.casework.ContactOfficerService;
import uk.concordat.casework.OutcomeService;
import uk.concordat.referral.CaseworkMoves;
import uk.concordat.referral.OnwardMoves;
import uk.concordat.referral.OutcomeMoves;
import uk.concordat.referral.QuestionMoves;
import uk.concordat.referral.RecallMoves;
import uk.concordat.referral.ReferralMoves;
import uk.concordat.referral.ReferralView;
import uk.concordat.referral.SendingMoves;

/** Takes each move that the API is asked for to the service that makes it. */
@ApplicationScoped
class MoveDesk {
  @Inject SendingMoves sending;
  @Inject ReferralMoves receiving;
  @Inject QuestionMoves questions;
  @Inject OnwardMoves onward;
  @Inject CaseworkMoves casework;
  @Inject OutcomeMoves outcomes;
  @Inject OutcomeService recording;
  @Inject RecallMoves recalls;
  @Inject ContactOfficerService contacts;

  /** The referral after the move. */
  ReferralView make(String reference, String version, MoveRequest request) {
    return switch (request.move()) {
      case SUBMIT -> sending.submit(reference, version, request.conflict());
      case WITHDRAW -> sending.withdraw(reference, version, request.said());
      case ACKNOWLEDGE -> receiving.acknowledge(reference, version, request.conflict());
      case ASK -> questions.ask(reference, version, request.said().text(), request.day());
      case ANSWER -> questions.answer(reference, version, request.said().text());
      case ACCEPT -> receiving.accept(reference, version, request.assignee());
      case REJECT -> receiving.reject(reference, version, request.said());
      case REDIRECT -> onward.redirect(reference, version, request.onward());
      case DUPLICATE -> onward.duplicate(reference, version, request.other());
      case START -> casework.start(reference, version);
      case HOLD -> casework.hold(reference, version, request.said(), request.day());
      case RESUME -> casework.resume(reference, version);
      case ASSIGN -> contacts.assign(reference, version, request.assignee());
      case RECORD_OUTCOME ->
          recording.record(reference, version, request.said(), request.details());
      case CLOSE -> outcomes.close(reference, version);
      case REOPEN -> outcomes.reopen(reference, version, request.said());
      case RECALL -> recalls.recall(reference, version, request.said());
      case DISCARD, TIME_OUT, AMEND, CANCEL, REINSTATE ->
          throw new IllegalArgumentException("nobody asks for it here");
    };
  }
}
