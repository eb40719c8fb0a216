package uk.concordat.platform.security;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import uk.concordat.caller.CurrentCaller;

/** Ends the session here and at Keycloak; only by POST, so that no link or picture can do it. */
@WebServlet("/sign-out")
public class SignOutServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject transient SignInLog log;
  @Inject transient CurrentCaller current;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    current.find().ifPresent(log::left);
    request.logout();
    if (!response.isCommitted()) {
      response.sendRedirect("/signed-out");
    }
  }
}
