package uk.concordat.platform.security;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationException;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import uk.concordat.platform.web.Headers;

/**
 * The one mechanism of the application (Jakarta Security 3.0 allows no more): tokens on {@code
 * /api}, the code flow elsewhere.
 */
@Alternative
@Priority(1)
@ApplicationScoped
public class Mechanism implements HttpAuthenticationMechanism {
  @Inject BearerSignIn bearer;
  @Inject PageSignIn pages;
  @Inject Headers headers;

  @Override
  public AuthenticationStatus validateRequest(
      HttpServletRequest request, HttpServletResponse response, HttpMessageContext context)
      throws AuthenticationException {
    headers.apply(request, response);
    String path = request.getServletPath();
    return path.equals("/api") || path.startsWith("/api/")
        ? bearer.validate(request, response, context)
        : pages.validate(request, response, context);
  }

  @Override
  public void cleanSubject(
      HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
    pages.signOut(request, response, context);
  }
}
