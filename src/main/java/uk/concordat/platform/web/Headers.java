package uk.concordat.platform.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The security headers. The sign-in mechanism answers before any filter runs, so that it and {@link
 * SecurityHeaders} both put them on.
 */
@ApplicationScoped
public class Headers {
  @Inject
  @ConfigProperty(name = "concordat.oidc.issuer")
  String issuer;

  /** Puts them on an answer that has not begun. Forms may lead to Keycloak, when one signs out. */
  public void apply(HttpServletRequest request, HttpServletResponse response) {
    String keycloak = issuer.replaceFirst("^(https?://[^/]+).*", "$1");
    response.setHeader(
        "Content-Security-Policy",
        "default-src 'none'; style-src-elem 'self'; style-src-attr 'unsafe-inline'; img-src 'self';"
            + " connect-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action 'self' "
            + keycloak
            + "; script-src 'self'");
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("X-Frame-Options", "DENY");
    response.setHeader("Referrer-Policy", "no-referrer");
    response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
    response.setHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
    if (request.isSecure()) {
      response.setHeader("Strict-Transport-Security", "max-age=31536000");
    }
    // A resource that is found says itself how long it may be kept.
    response.setHeader("Cache-Control", "no-store");
  }
}
