package uk.concordat.platform.security;

import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContextWrapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;

/**
 * Keeps a failed refresh from sending the browser to Keycloak, which {@link PageSignIn} answers,
 * and shows the mechanism the request that it is given.
 */
class QuietContext extends HttpMessageContextWrapper {
  private final HttpServletRequest request;
  private final HttpServletResponse response;

  QuietContext(HttpMessageContext context, HttpServletRequest request) {
    super(context);
    this.request = request;
    response =
        new HttpServletResponseWrapper(context.getResponse()) {
          @Override
          public void sendRedirect(String location) {
            // swallowed on purpose
          }
        };
  }

  @Override
  public HttpServletRequest getRequest() {
    return request;
  }

  @Override
  public HttpServletResponse getResponse() {
    return response;
  }
}
