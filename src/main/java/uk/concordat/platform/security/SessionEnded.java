package uk.concordat.platform.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Answers a request whose session has ended: a page is asked for again, so that it signs in by
 * itself where Keycloak still knows the person; anything that cannot be repeated gets a friendly
 * page, and a background request an answer that its script understands.
 */
@ApplicationScoped
class SessionEnded {
  @Inject OidcSettings settings;

  AuthenticationStatus answer(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if ("partial/ajax".equals(request.getHeader("Faces-Request"))) {
      response.setContentType("text/xml");
      response.setCharacterEncoding("UTF-8");
      response
          .getWriter()
          .write(
              "<?xml version=\"1.0\" encoding=\"UTF-8\"?><partial-response><redirect url=\""
                  + settings.portalUrl()
                  + "/expired\"/></partial-response>");
      response.flushBuffer();
    } else if (inBackground(request)) {
      response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
      response.flushBuffer();
    } else if (request.getMethod().equals("GET")) {
      String query = request.getQueryString();
      response.sendRedirect(
          settings.portalUrl() + request.getRequestURI() + (query == null ? "" : "?" + query));
    } else {
      response.setStatus(HttpServletResponse.SC_SEE_OTHER);
      response.setHeader("Location", settings.portalUrl() + "/expired");
      response.flushBuffer();
    }
    return AuthenticationStatus.SEND_CONTINUE;
  }

  static boolean inBackground(HttpServletRequest request) {
    return request.getHeader("X-Requested-With") != null
        || request.getHeader("Faces-Request") != null;
  }
}
