package uk.concordat.platform.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationException;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.security.enterprise.identitystore.openid.AccessToken;
import jakarta.security.enterprise.identitystore.openid.OpenIdContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.glassfish.soteria.mechanisms.OpenIdAuthenticationMechanism;
import uk.concordat.caller.Assurance;
import uk.concordat.caller.Caller;
import uk.concordat.caller.CurrentCaller;
import uk.concordat.platform.web.ErrorServlet;

/**
 * Signs people in to pages with the code flow, and asks Keycloak on every request who they are now:
 * a change of role or agency, a disabled user or an ended session count from the next request.
 */
@ApplicationScoped
class PageSignIn {
  /** Where somebody wanted to go when they had to sign in; path and query of our own only. */
  static final String DESTINATION = "uk.concordat.destination";

  @Inject OpenIdAuthenticationMechanism codeFlow;
  @Inject OpenIdContext openId;
  @Inject Introspection introspection;
  @Inject Callers callers;
  @Inject CurrentCaller current;
  @Inject SessionEnded ended;
  @Inject SignInLog log;

  AuthenticationStatus validate(
      HttpServletRequest request, HttpServletResponse response, HttpMessageContext context)
      throws AuthenticationException {
    try {
      if (request.getUserPrincipal() == null) {
        return signIn(request, response, context);
      }
      return goOn(request, response, context);
    } catch (IOException gone) {
      throw new AuthenticationException(gone);
    }
  }

  private AuthenticationStatus signIn(
      HttpServletRequest request, HttpServletResponse response, HttpMessageContext context)
      throws IOException, AuthenticationException {
    boolean callback = request.getServletPath().equals("/callback");
    if (callback || !context.isProtected()) {
      return codeFlow.validateRequest(request, response, context);
    }
    if (ofStepUp(request)) { // its session is gone, and its code is no business of the sign-in
      response.sendRedirect("/");
      return AuthenticationStatus.SEND_CONTINUE;
    }
    if (!request.getMethod().equals("GET") || SessionEnded.inBackground(request)) {
      return ended.answer(request, response);
    }
    String query = request.getQueryString();
    HttpSession session = request.getSession();
    session.setAttribute(DESTINATION, request.getRequestURI() + (query == null ? "" : "?" + query));
    return codeFlow.validateRequest(request, response, context);
  }

  private AuthenticationStatus goOn(
      HttpServletRequest request, HttpServletResponse response, HttpMessageContext context)
      throws IOException, AuthenticationException {
    AccessToken before = openId.getAccessToken();
    if (before == null) { // the session came from another node, which could not pass its tokens on
      request.getSession().invalidate();
      return ended.answer(request, response);
    }
    HttpServletRequest shown = ofStepUp(request) ? new WithoutCode(request) : request;
    AuthenticationStatus status =
        codeFlow.validateRequest(shown, response, new QuietContext(context, shown));
    if (status != AuthenticationStatus.SUCCESS) {
      log.expired(before.getClaims());
      return ended.answer(request, response);
    }
    AccessToken token = openId.getAccessToken();
    boolean refreshed = token != before;
    Optional<Map<String, Object>> claims;
    try {
      claims =
          refreshed
              ? Optional.of(token.getClaims())
              : introspection.current(token.getToken(), token.getClaims());
    } catch (IntrospectionRefused fault) {
      response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
      return AuthenticationStatus.SEND_FAILURE;
    }
    if (claims.isEmpty()) {
      log.expired(before.getClaims());
      request.getSession().invalidate();
      return ended.answer(request, response);
    }
    Optional<Caller> caller = claims.flatMap(callers::from);
    if (caller.isEmpty()) {
      if (request.getServletPath().equals("/sign-out")) { // so that another account can be used
        return status;
      }
      log.refused(request.getSession(), claims.get(), callers.refusal(claims.get()));
      callers
          .forbiddenPair(claims.get())
          .ifPresent(pair -> request.setAttribute(ErrorServlet.FORBIDDEN_PAIR, pair));
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
      return AuthenticationStatus.SEND_FAILURE;
    }
    log.entered(request.getSession(), caller.get());
    current.is(caller.get());
    current.reachedAt(Claims.email(claims.get()));
    current.assured(new Assurance(Claims.text(claims.get(), "sid"), "", null));
    return status;
  }

  private static boolean ofStepUp(HttpServletRequest request) {
    return request.getServletPath().equals(StepUpCallbackServlet.PATH);
  }

  void signOut(
      HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
    codeFlow.cleanSubject(request, response, context);
  }
}
