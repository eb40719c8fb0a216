package uk.concordat.platform.live;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Opens a socket to the session alone whose page was given its address: the address by itself,
 * which may stand in the log of a proxy, opens nothing, and one that we never gave answers the
 * same.
 */
public class OwnSocketOnly extends HttpFilter {
  private static final long serialVersionUID = 1L;

  @Inject private transient ListWatch watch;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (watch.opens(request.getQueryString())) {
      chain.doFilter(request, response);
    } else {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
  }
}
