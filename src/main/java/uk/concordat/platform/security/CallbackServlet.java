package uk.concordat.platform.security;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;

/**
 * Where Keycloak sends people back to. By now the mechanism has used the code; this only sends them
 * on to where they wanted to go, so that no code stays in the address bar or the history.
 */
@WebServlet("/callback")
public class CallbackServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    HttpSession session = request.getSession(false);
    String destination = null;
    if (session != null && request.getUserPrincipal() != null) {
      destination = (String) session.getAttribute(PageSignIn.DESTINATION);
      session.removeAttribute(PageSignIn.DESTINATION);
    }
    response.sendRedirect(Destination.ours(destination));
  }
}
