package uk.concordat.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;

/**
 * Refuses a request that says that it is larger than anything that is taken here, before a byte of
 * it is read or laid aside. A form with files that does not say how large it is, which no browser
 * sends, is refused as well: the container would lay aside whatever comes. What else does not say
 * so is stopped where it is read.
 */
public class LargeBodies extends HttpFilter {
  private static final long serialVersionUID = 1L;

  /** The largest file of all, a backlog of incidents, and the form around it: as in web.xml. */
  private static final long MOST = 50_397_184;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    long length = request.getContentLengthLong();
    if (length > MOST) {
      refuse(response, HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
    } else if (length < 0 && isFormWithFiles(request)) {
      refuse(response, HttpServletResponse.SC_LENGTH_REQUIRED);
    } else {
      chain.doFilter(request, response);
    }
  }

  private static boolean isFormWithFiles(HttpServletRequest request) {
    String type = request.getContentType();
    return type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/");
  }

  private static void refuse(HttpServletResponse response, int status) throws IOException {
    response.setHeader("Connection", "close"); // the rest of it is not waited for
    response.sendError(status);
  }
}
