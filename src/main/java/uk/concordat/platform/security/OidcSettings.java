package uk.concordat.platform.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where Keycloak is and how this deployment is known to it; from MicroProfile Config only. */
@Named("oidc")
@ApplicationScoped
public class OidcSettings {
  @Inject
  @ConfigProperty(name = "concordat.oidc.issuer")
  String issuer;

  @Inject
  @ConfigProperty(name = "concordat.oidc.client.id", defaultValue = "concordat-portal")
  String clientId;

  @Inject
  @ConfigProperty(name = "concordat.oidc.client.secret")
  String clientSecret;

  @Inject
  @ConfigProperty(name = "concordat.oidc.audience", defaultValue = "concordat-api")
  String audience;

  @Inject
  @ConfigProperty(name = "concordat.oidc.api.secret")
  String apiSecret;

  @Inject
  @ConfigProperty(name = "concordat.portal.url")
  String portalUrl;

  /** The realm's issuer, which is also where discovery starts. */
  public String getIssuer() {
    return issuer;
  }

  /** The portal's client. */
  public String getClientId() {
    return clientId;
  }

  /** The secret of the portal's client. */
  public String getClientSecret() {
    return clientSecret;
  }

  /** Where Keycloak sends people back to. */
  public String getCallback() {
    return portalUrl + "/callback";
  }

  /** Where Keycloak sends people back to after a step-up. */
  String getStepUpCallback() {
    return portalUrl + StepUpCallbackServlet.PATH;
  }

  /** Where Keycloak sends people after it ended their session. */
  public String getSignedOut() {
    return portalUrl + "/signed-out";
  }

  /** The audience a token for the API must have; also the client that asks about tokens. */
  String audience() {
    return audience;
  }

  String apiSecret() {
    return apiSecret;
  }

  /** The portal as its users see it, without a slash at the end. */
  public String portalUrl() {
    return portalUrl;
  }
}
