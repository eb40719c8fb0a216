package uk.concordat.platform.live;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Opens a socket to the session alone whose page was given its address: the address by itself,
 * which may stand in the log of a proxy, opens nothing, and one that we never gave answers the
 * same.
 */
public class OwnSocketOnly extends HttpFilter {
  /** What parts the address of a socket from the list that opens it. */
  static final String LIST = ".";

  private static final long serialVersionUID = 1L;

  @Inject private transient ListWatch watch;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String query = request.getQueryString();
    int end = query == null ? -1 : query.indexOf(LIST);
    if (end > 0 && watch.opens(query.substring(0, end), query.substring(end + 1))) {
      chain.doFilter(bare(request, query.substring(0, end)), response);
    } else {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
  }

  /** As Faces gave the address: the list is ours to know. */
  private static HttpServletRequest bare(HttpServletRequest request, String query) {
    return new HttpServletRequestWrapper(request) {
      @Override
      public String getQueryString() {
        return query;
      }
    };
  }
}
