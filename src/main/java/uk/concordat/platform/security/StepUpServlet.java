package uk.concordat.platform.security;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Begins a step-up: sends the person to Keycloak, and afterwards to {@code to}, a path of ours. */
@WebServlet("/step-up")
public class StepUpServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject transient StepUpFlow flow;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    StepUpAttempt attempt = StepUpAttempt.to(Destination.ours(request.getParameter("to")));
    request.getSession().setAttribute(StepUpAttempt.ATTRIBUTE, attempt);
    response.sendRedirect(flow.address(attempt));
  }
}
