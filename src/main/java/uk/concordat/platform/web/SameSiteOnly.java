package uk.concordat.platform.web;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Refuses changes that another site's page sends with our cookie: what the browser says of the
 * origin must be ours. The API has no cookie and is left alone. Together with the cookie's {@code
 * SameSite=Lax} this is the cross-site protection of pages, whose views keep no state.
 */
public class SameSiteOnly extends HttpFilter {
  private static final long serialVersionUID = 1L;
  private static final Set<String> HARMLESS = Set.of("GET", "HEAD", "OPTIONS");

  @Inject
  @ConfigProperty(name = "concordat.portal.url")
  String portalUrl;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String site = request.getHeader("Sec-Fetch-Site");
    String origin = request.getHeader("Origin");
    boolean ours =
        site != null ? site.equals("same-origin") : origin == null || origin.equals(portalUrl);
    if (HARMLESS.contains(request.getMethod())
        || request.getRequestURI().startsWith("/api/")
        || ours) {
      chain.doFilter(request, response);
    } else {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
    }
  }
}
