package uk.concordat.web.referral;

import java.util.ArrayList;
import java.util.List;
import uk.concordat.referral.Box;
import uk.concordat.referral.ListQuery;
import uk.concordat.referral.Queue;

/**
 * Says in words what a list holds.
 *
 * @param words for codes
 */
record ListWords(Words words) {
  /** Its name, and what narrows it. */
  String of(ListQuery list) {
    List<String> parts = new ArrayList<>();
    parts.add(list.queue() == null ? heading(list.box()) : list.queue().label());
    if (Boolean.TRUE.equals(list.open())) {
      parts.add("all open");
    }
    if (list.state() != null) {
      parts.add("status “" + list.state().label() + "”");
    }
    if (list.from() != null) {
      parts.add("from " + words.agency(list.from()));
    }
    if (list.strand() != null) {
      parts.add(list.strand().label());
    }
    return String.join(", ", parts);
  }

  /** What a box is called. */
  static String heading(Box box) {
    return switch (box) {
      case SENT -> "Sent";
      case DRAFTS -> "Drafts";
      case SHARED -> "Shown to you";
      case INBOX -> "Inbox";
    };
  }

  /** What belongs in a box, in a sentence. */
  static String lead(Box box) {
    return switch (box) {
      case SENT -> "Referrals that your agency sent, as far as you may open them.";
      case DRAFTS -> "Your own referrals that have not been sent.";
      case SHARED -> "Referrals of other people that you were given sight of.";
      case INBOX ->
          "Referrals sent to your unit. You see the ones you may open, and nothing hints at the"
              + " rest.";
    };
  }

  /** What belongs in a queue, in a sentence. */
  static String lead(Queue queue) {
    return switch (queue) {
      case MINE -> "What you work on and what you sent, while it is open.";
      case TEAM -> "What came to your team and what your team sent, while it is open.";
      case UNASSIGNED -> "What came to your agency and nobody works on yet.";
      case DUE -> "What is yours to act on, and late or due by the end of today.";
      case WAITING -> "What the other agency has to act on, and what rests here until an answer.";
      case CHANGED -> "What changed in the last seven days, latest first, ended or not.";
    };
  }
}
