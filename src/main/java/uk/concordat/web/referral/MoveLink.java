package uk.concordat.web.referral;

import uk.concordat.referral.Move;

/**
 * How a page offers a move.
 *
 * @param label what its button says
 * @param offer the same in a list of what can be done
 * @param href where it is made
 * @param next whether it is the next thing to do, so that the page's bar offers it
 * @param stops whether it ends something
 */
public record MoveLink(String label, String offer, String href, boolean next, boolean stops) {

  /** The offer of a move of that referral. */
  static MoveLink of(Move move, String reference) {
    return switch (move) {
      case TIME_OUT, CANCEL, REINSTATE ->
          throw new IllegalArgumentException("nobody makes it here");
      case DISCARD -> link("Discard the draft", "discard", reference, false, true);
      case SUBMIT -> link("Check it and send it", "draft/check", reference, true, false);
      case WITHDRAW -> link("Withdraw it", "withdraw", reference, false, true);
      case ACKNOWLEDGE ->
          link("Acknowledge", "Acknowledge it", "acknowledge", reference, true, false);
      case ASK -> link("Ask a question", "ask", reference, true, false);
      case ANSWER -> link("Answer the question", "answer", reference, true, false);
      case ACCEPT -> link("Accept", "Accept it", "accept", reference, true, false);
      case REJECT -> link("Reject", "Reject it", "reject", reference, true, true);
      case REDIRECT -> link("Send it on", "redirect", reference, false, false);
      case DUPLICATE -> link("It is a duplicate", "duplicate", reference, false, true);
      case START -> link("Start work", "start-work", reference, true, false);
      case RECORD_OUTCOME -> link("Record the outcome", "outcome", reference, true, false);
      case CLOSE -> link("Close it", "close", reference, true, false);
      case REOPEN -> link("Open it again", "reopen", reference, false, false);
      case HOLD -> link("Put on hold", "hold", reference, false, false);
      case RESUME -> link("Resume work", "resume", reference, true, false);
      case AMEND -> link("Amend what was sent", "amend", reference, false, false);
      case RECALL -> link("It should not have been sent", "recall", reference, false, true);
      case ASSIGN -> link("Assign to a colleague", "assign", reference, false, false);
    };
  }

  private static MoveLink link(
      String label, String page, String reference, boolean next, boolean stops) {
    return link(label, label, page, reference, next, stops);
  }

  private static MoveLink link(
      String label, String offer, String page, String reference, boolean next, boolean stops) {
    return new MoveLink(label, offer, "/referral/" + page + ".xhtml?ref=" + reference, next, stops);
  }
}
