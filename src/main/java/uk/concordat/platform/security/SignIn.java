package uk.concordat.platform.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.security.enterprise.authentication.mechanism.http.OpenIdAuthenticationMechanismDefinition;
import jakarta.security.enterprise.authentication.mechanism.http.openid.ClaimsDefinition;
import jakarta.security.enterprise.authentication.mechanism.http.openid.LogoutDefinition;

/** The code flow against Keycloak for pages; {@link Mechanism} decides when it is used. */
@OpenIdAuthenticationMechanismDefinition(
    providerURI = "${oidc.issuer}",
    clientId = "${oidc.clientId}",
    clientSecret = "${oidc.clientSecret}",
    redirectURI = "${oidc.callback}",
    claimsDefinition =
        @ClaimsDefinition(callerNameClaim = "preferred_username", callerGroupsClaim = "groups"),
    logout = @LogoutDefinition(notifyProvider = true, redirectURI = "${oidc.signedOut}"),
    tokenAutoRefresh = true,
    tokenMinValidity = 5_000)
@ApplicationScoped
public class SignIn {}
