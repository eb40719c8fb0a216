package uk.concordat.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;

/**
 * Lets through to pages what a page of ours would send: Faces would render a page for any method,
 * answers a partial request, which no page of ours makes, with 200 even when it fails, and takes
 * whatever names a state for a form that was sent: a link, too, which another site may have made.
 */
public class PageRequests extends HttpFilter {
  private static final long serialVersionUID = 1L;
  private static final String STATE = "jakarta.faces.ViewState";
  private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST");

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String path = request.getServletPath();
    if (path.equals("/api") || path.startsWith("/api/")) {
      chain.doFilter(request, response);
    } else if (!METHODS.contains(request.getMethod())) {
      response.setHeader("Allow", "GET, HEAD, POST");
      response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
    } else if (request.getHeader("Faces-Request") != null
        || request.getParameter("jakarta.faces.partial.ajax") != null
        || !request.getMethod().equals("POST") && request.getParameter(STATE) != null) {
      response.sendError(HttpServletResponse.SC_BAD_REQUEST);
    } else {
      chain.doFilter(request, response);
    }
  }
}
