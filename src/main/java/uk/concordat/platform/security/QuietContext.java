package uk.concordat.platform.security;

import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContextWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;

/** Keeps a failed refresh from sending the browser to Keycloak: {@link PageSignIn} answers it. */
class QuietContext extends HttpMessageContextWrapper {
  private final HttpServletResponse response;

  QuietContext(HttpMessageContext context) {
    super(context);
    response =
        new HttpServletResponseWrapper(context.getResponse()) {
          @Override
          public void sendRedirect(String location) {
            // swallowed on purpose
          }
        };
  }

  @Override
  public HttpServletResponse getResponse() {
    return response;
  }
}
