package uk.concordat.web.ledger;

import uk.concordat.audit.SecurityEvent;
import uk.concordat.oversight.SecurityEntry;
import uk.concordat.web.London;
import uk.concordat.web.referral.Words;

/**
 * An event of the security log, in words.
 *
 * @param words for agencies and roles
 */
public record SecurityRow(SecurityEntry event, Words words) {

  /** What happened. */
  static String kind(SecurityEvent kind) {
    return switch (kind) {
      case CHECKPOINT_READ -> "Looked at the signed state of the ledger";
      case PROOF_READ -> "Checked a proof of the ledger";
      case CHECKPOINT_WITNESSED -> "Witnessed the ledger";
      case WITNESS_ENTERED -> "Entered a witness";
      case DISPOSAL_PROPOSED -> "Proposed to erase a month of the ledger";
      case DISPOSAL_WITHDRAWN -> "Took back a proposal to erase a month";
      case SIGNED_IN -> "Signed in";
      case SIGNED_OUT -> "Signed out";
      case SIGN_IN_REFUSED -> "Sign-in refused";
      case SESSION_EXPIRED -> "Session ended";
      case TOKEN_REFUSED -> "Token refused";
      case STEP_UP_PROVED -> "Proved a second factor";
      case STEP_UP_FAILED -> "Did not prove a second factor";
      case ROLE_CHOSEN -> "Chose the role to act in";
      case REFERENCES_GUESSED -> "Typed five wrong references within an hour";
      case PORTAL_STARTED -> "The portal started";
      case LEDGER_KEY_CHANGED -> "The ledger's key was changed";
      case SEQUENCER_STOPPED -> "Entries did not get their place in the tree";
      case READINESS_LOST -> "The portal could not work";
      case READINESS_REGAINED -> "The portal could work again";
      case INTROSPECTION_FAILED -> "Keycloak did not answer about tokens";
      case DOCUMENT_INFECTED -> "Sent a file with a virus, which was refused";
    };
  }

  /** When. */
  public String when() {
    return London.dateTime(event.at());
  }

  /** Who: colleagues by name, others by role and agency. */
  public String who() {
    if (event.agency() == null) {
      return "Nobody signed in";
    }
    String post =
        event.role() == null
            ? words.agency(event.agency())
            : words.who(event.role(), event.agency());
    return event.name() == null ? post : event.name() + ", " + post;
  }

  /** What, and how often where that was more than once. */
  public String what() {
    String what = kind(SecurityEvent.valueOf(event.kind()));
    return event.occurrences() == 1 ? what : what + ", " + event.occurrences() + " times";
  }

  /** Ids, codes and sizes. */
  public String detail() {
    return event.detail();
  }
}
