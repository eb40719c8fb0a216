package uk.concordat.audit.note;

import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.EdECPublicKey;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;

/**
 * Chance that is none: Java makes the public key of a seed only as half of a new pair, so it is
 * given the seed where it asks for chance.
 */
final class Seed extends SecureRandom {
  private static final long serialVersionUID = 1L;

  private final byte[] seed;

  private Seed(byte[] seed) {
    this.seed = seed.clone();
  }

  /** The 32 bytes of the public key that belongs to a seed. */
  static byte[] publicKey(byte[] seed) {
    try {
      KeyPairGenerator pairs = KeyPairGenerator.getInstance("Ed25519");
      pairs.initialize(NamedParameterSpec.ED25519, new Seed(seed));
      byte[] encoded = ((EdECPublicKey) pairs.generateKeyPair().getPublic()).getEncoded();
      return Arrays.copyOfRange(encoded, encoded.length - Ed25519.KEY, encoded.length);
    } catch (GeneralSecurityException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }

  @Override
  public void nextBytes(byte[] bytes) {
    System.arraycopy(seed, 0, bytes, 0, bytes.length);
  }
}
