package uk.concordat.platform.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpSession;
import java.util.Map;
import java.util.UUID;
import uk.concordat.audit.SecurityEvent;
import uk.concordat.audit.SecurityLog;
import uk.concordat.caller.Caller;

/**
 * Tells the security log of the beginning and the end of people's sessions, once each. Whoever
 * cannot be entered there is not let in.
 */
@ApplicationScoped
class SignInLog {
  /** The session attribute that holds what was entered last. */
  private static final String ENTERED = "uk.concordat.security-log";

  @Inject SecurityLog log;

  /** Somebody is let in. */
  void entered(HttpSession session, Caller caller) {
    if (first(session, SecurityEvent.SIGNED_IN.name())) {
      log.note(SecurityEvent.SIGNED_IN, caller.subject(), caller.agency(), null, 1);
      session.setAttribute(ENTERED, SecurityEvent.SIGNED_IN.name());
    }
  }

  /**
   * Somebody whom Keycloak knows is not let in.
   *
   * @param why a short code
   */
  void refused(HttpSession session, Map<String, Object> claims, String why) {
    if (first(session, why)) {
      note(SecurityEvent.SIGN_IN_REFUSED, claims, why);
      session.setAttribute(ENTERED, why);
    }
  }

  /** A session ended that nobody ended here. */
  void expired(Map<String, Object> claims) {
    note(SecurityEvent.SESSION_EXPIRED, claims, null);
  }

  /** Somebody signs out. */
  void left(Caller caller) {
    log.note(SecurityEvent.SIGNED_OUT, caller.subject(), caller.agency(), null, 1);
  }

  private void note(SecurityEvent event, Map<String, Object> claims, String detail) {
    Object agency = claims.get("agency");
    log.note(
        event,
        UUID.fromString(Claims.text(claims, "sub")),
        agency == null ? null : agency.toString(),
        detail,
        1);
  }

  private static boolean first(HttpSession session, String what) {
    return !what.equals(session.getAttribute(ENTERED));
  }
}
