package uk.concordat.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Refuses a request that says that it is larger than anything that is taken here, before a byte of
 * it is read or laid aside. What does not say so is stopped where it is read.
 */
public class LargeBodies extends HttpFilter {
  private static final long serialVersionUID = 1L;

  /** The largest file of all, a backlog of incidents, and the form around it: as in web.xml. */
  private static final long MOST = 50_397_184;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (request.getContentLengthLong() > MOST) {
      response.setHeader("Connection", "close"); // the rest of it is not waited for
      response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
    } else {
      chain.doFilter(request, response);
    }
  }
}
