package uk.concordat.stack;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;
import org.keycloak.representations.idm.CredentialRepresentation;

/**
 * The second factor of the demo accounts that have one: time-based codes (RFC 6238) of one secret,
 * which is made for each installation.
 *
 * @param key the characters whose bytes are the secret, as Keycloak keeps it
 */
public record SecondFactor(String key) {

  /** One that nobody else has. */
  public static SecondFactor fresh() {
    return new SecondFactor(UUID.randomUUID().toString().substring(0, 20));
  }

  /** As an authenticator app takes it. */
  public String secret() {
    return new Base32().encodeAsString(bytes()).replace("=", "");
  }

  /** The six digits of this half minute. */
  public String code() {
    var generator = new TimeBasedOneTimePasswordGenerator();
    try {
      var key = new SecretKeySpec(bytes(), generator.getAlgorithm());
      return generator.generateOneTimePasswordString(key, Instant.now(), Locale.ROOT);
    } catch (InvalidKeyException neverEmpty) {
      throw new IllegalStateException(neverEmpty);
    }
  }

  /** Waits until the code is another: Keycloak takes each but once. */
  public void awaitNextCode() {
    String used = code();
    if (!Waiting.until(Duration.ofSeconds(35), () -> !code().equals(used))) {
      throw new StackFailure("The code of the second factor stays the same.");
    }
  }

  /** As Keycloak takes it. */
  public CredentialRepresentation credential() {
    CredentialRepresentation credential = new CredentialRepresentation();
    credential.setType("otp");
    credential.setUserLabel("Demo");
    credential.setSecretData("{\"value\":\"%s\"}".formatted(key));
    credential.setCredentialData(
        "{\"subType\":\"totp\",\"digits\":6,\"counter\":0,\"period\":30,\"algorithm\":\"HmacSHA1\"}");
    return credential;
  }

  private byte[] bytes() {
    return key.getBytes(StandardCharsets.US_ASCII);
  }

  @Override
  public String toString() {
    return "SecondFactor[hidden]";
  }
}
