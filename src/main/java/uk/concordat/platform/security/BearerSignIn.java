package uk.concordat.platform.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationException;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import uk.concordat.api.Problems;
import uk.concordat.audit.SecurityAlarm;
import uk.concordat.audit.SecurityEvent;
import uk.concordat.caller.Caller;
import uk.concordat.caller.CurrentCaller;

/** Lets a request to the API in on a good token (RFC 6750), and answers 401 otherwise. */
@ApplicationScoped
class BearerSignIn {
  private static final String SCHEME = "Bearer ";

  @Inject BearerTokens tokens;
  @Inject Introspection introspection;
  @Inject Callers callers;
  @Inject CurrentCaller current;
  @Inject SecurityAlarm alarm;

  AuthenticationStatus validate(
      HttpServletRequest request, HttpServletResponse response, HttpMessageContext context)
      throws AuthenticationException {
    String header = request.getHeader("Authorization");
    if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      alarm.ring(SecurityEvent.TOKEN_REFUSED, "no-token");
      return refuse(response, "Bearer realm=\"concordat\"", "no-token");
    }
    String token = header.substring(SCHEME.length()).strip();
    Optional<Map<String, Object>> signed = tokens.claims(token);
    Optional<Map<String, Object>> honoured;
    try {
      honoured = signed.flatMap(claims -> introspection.current(token, claims));
    } catch (IntrospectionRefused fault) {
      return answer(response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, Problems.json(503));
    }
    Optional<Caller> caller = honoured.flatMap(callers::from);
    if (caller.isEmpty()) {
      alarm.ring(
          SecurityEvent.TOKEN_REFUSED,
          signed.isEmpty()
              ? "not-good"
              : honoured.map(callers::refusal).orElse("no-longer-honoured"));
      return refuse(
          response, "Bearer realm=\"concordat\", error=\"invalid_token\"", "invalid-token");
    }
    current.is(caller.get());
    current.reachedAt(Claims.email(honoured.get()));
    current.assured(Claims.assurance(signed.get()));
    return context.notifyContainerAboutLogin(caller.get().username(), Set.of(caller.get().role()));
  }

  private static AuthenticationStatus refuse(
      HttpServletResponse response, String challenge, String code) throws AuthenticationException {
    response.setHeader("WWW-Authenticate", challenge);
    return answer(
        response,
        HttpServletResponse.SC_UNAUTHORIZED,
        Problems.json(401, "A valid bearer token is needed", code));
  }

  private static AuthenticationStatus answer(
      HttpServletResponse response, int status, String problem) throws AuthenticationException {
    byte[] body = problem.getBytes(StandardCharsets.UTF_8);
    response.setStatus(status);
    response.setContentType(Problems.MEDIA_TYPE);
    response.setContentLength(body.length);
    try {
      response.getOutputStream().write(body);
      response.flushBuffer();
    } catch (IOException gone) {
      throw new AuthenticationException(gone);
    }
    return AuthenticationStatus.SEND_FAILURE;
  }
}
