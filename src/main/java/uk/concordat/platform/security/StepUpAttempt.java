package uk.concordat.platform.security;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * A step-up that has begun, kept in the session until Keycloak sends the person back.
 *
 * @param state ties the answer to this session (RFC 6749, 10.12)
 * @param nonce ties the ID token to this attempt (OpenID Connect Core, 3.1.2.1)
 * @param verifier of PKCE (RFC 7636)
 * @param destination path and query of ours to go to afterwards
 */
record StepUpAttempt(String state, String nonce, String verifier, String destination)
    implements Serializable {
  /** The session attribute that holds it. */
  static final String ATTRIBUTE = "uk.concordat.step-up";

  static StepUpAttempt to(String destination) {
    SecureRandom random = new SecureRandom();
    return new StepUpAttempt(draw(random), draw(random), draw(random), destination);
  }

  /** The challenge of method S256. */
  String challenge() {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
      return encoded(digest);
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }

  private static String draw(SecureRandom random) {
    byte[] bytes = new byte[32];
    random.nextBytes(bytes);
    return encoded(bytes);
  }

  private static String encoded(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
