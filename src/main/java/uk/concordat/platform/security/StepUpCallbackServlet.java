package uk.concordat.platform.security;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import uk.concordat.access.StepUp;
import uk.concordat.access.StepUpService;
import uk.concordat.caller.Assurance;
import uk.concordat.caller.CurrentCaller;

/**
 * Ends a step-up. It counts only where the answer belongs to this session's attempt, the same
 * person came back, at the level that was asked for, and just now; anything else is refused, kept
 * in the ledger, and explained. {@link PageSignIn} keeps this address away from the other code
 * flow.
 */
@WebServlet(StepUpCallbackServlet.PATH)
public class StepUpCallbackServlet extends HttpServlet {
  static final String PATH = "/step-up/callback";
  private static final long serialVersionUID = 1L;

  /**
   * How long ago the person may have proved it: the way back takes moments, clocks differ a bit.
   */
  private static final Duration JUST_NOW = Duration.ofMinutes(1);

  @Inject transient StepUpFlow flow;
  @Inject transient StepUpService stepUp;
  @Inject transient CurrentCaller current;
  @Inject transient Clock clock;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    HttpSession session = request.getSession();
    var attempt = (StepUpAttempt) session.getAttribute(StepUpAttempt.ATTRIBUTE);
    session.removeAttribute(StepUpAttempt.ATTRIBUTE);
    String code = request.getParameter("code");
    if (attempt == null || !attempt.state().equals(request.getParameter("state"))) {
      refuse(response, "unasked");
    } else if (code == null) {
      refuse(response, "cancelled");
    } else {
      end(response, attempt, flow.redeem(code, attempt));
    }
  }

  private void end(
      HttpServletResponse response, StepUpAttempt attempt, Optional<Map<String, Object>> claims)
      throws IOException {
    Assurance proof = claims.map(Claims::assurance).orElse(Assurance.NONE);
    if (claims.isEmpty()) {
      refuse(response, "unasked");
    } else if (!theSame(claims.get())) {
      refuse(response, "another-person");
    } else if (!proof.level().equals(StepUp.LEVEL)) {
      refuse(response, "no-second-factor");
    } else if (!justNow(proof.since())) {
      refuse(response, "not-fresh");
    } else {
      stepUp.proved(proof.since());
      response.sendRedirect(attempt.destination());
    }
  }

  private boolean theSame(Map<String, Object> claims) {
    return Claims.text(claims, "sub").equals(current.get().subject().toString())
        && Claims.text(claims, "sid").equals(current.assurance().session());
  }

  private boolean justNow(Instant since) {
    Instant now = clock.instant();
    return since != null
        && since.isAfter(now.minus(JUST_NOW))
        && since.isBefore(now.plusSeconds(5));
  }

  private void refuse(HttpServletResponse response, String why) throws IOException {
    stepUp.failed(why);
    response.sendRedirect("/access/not-proved.xhtml?why=" + why);
  }
}
