package uk.concordat.platform.security;

/**
 * Keycloak is there and does not tell us about tokens: a wrong secret, most likely. No token is
 * worth anything then, and it is nobody's fault but ours.
 */
class IntrospectionRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;
}
