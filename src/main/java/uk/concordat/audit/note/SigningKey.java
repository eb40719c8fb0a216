package uk.concordat.audit.note;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;

/** A private key: its seed, and what follows from it. */
final class SigningKey {
  private static final String PREFIX = "PRIVATE+KEY+";
  private static final int SEED = 32;

  /** What PKCS 8 writes before the seed of an Ed25519 key (RFC 8410). */
  private static final byte[] PKCS8 = HexFormat.of().parseHex("302e020100300506032b657004220420");

  private final NoteVerifier verifier;
  private final byte[] seed;

  private SigningKey(String name, NoteAlgorithm algorithm, byte[] seed) {
    this.verifier = NoteVerifier.of(KeyName.checked(name), algorithm, publicKey(seed));
    this.seed = seed;
  }

  static SigningKey generate(String name, NoteAlgorithm algorithm) {
    byte[] seed = new byte[SEED];
    new SecureRandom().nextBytes(seed);
    return new SigningKey(name, algorithm, seed);
  }

  static SigningKey parse(String text, NoteAlgorithm algorithm) {
    if (!text.startsWith(PREFIX)) {
      throw new InvalidNoteException("That is no private key of notes");
    }
    EncodedKey key = EncodedKey.parse(text.substring(PREFIX.length()));
    if (key.algorithm() != algorithm) {
      throw new InvalidNoteException("That key is for something else: " + key.algorithm());
    }
    var signing = new SigningKey(key.name(), algorithm, key.material());
    if (signing.verifier.id() != key.id()) {
      throw new InvalidNoteException("The id of the key does not follow from it");
    }
    return signing;
  }

  NoteVerifier verifier() {
    return verifier;
  }

  String secret() {
    return PREFIX
        + new EncodedKey(verifier.name(), verifier.id(), verifier.algorithm(), seed).text();
  }

  byte[] sign(String message) {
    try {
      byte[] encoded = ByteBuffer.allocate(PKCS8.length + SEED).put(PKCS8).put(seed).array();
      PrivateKey key =
          KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(encoded));
      Signature ed25519 = Signature.getInstance("Ed25519");
      ed25519.initSign(key);
      ed25519.update(message.getBytes(StandardCharsets.UTF_8));
      return ed25519.sign();
    } catch (GeneralSecurityException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }

  /** The JDK computes a public key only when it draws a pair: here, what it draws is the seed. */
  private static byte[] publicKey(byte[] seed) {
    try {
      KeyPairGenerator pairs = KeyPairGenerator.getInstance("Ed25519");
      pairs.initialize(NamedParameterSpec.ED25519, new Given(seed));
      byte[] encoded = pairs.generateKeyPair().getPublic().getEncoded();
      return Arrays.copyOfRange(encoded, encoded.length - SEED, encoded.length);
    } catch (GeneralSecurityException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }

  /** Not random at all. */
  private static final class Given extends SecureRandom {
    private static final long serialVersionUID = 1L;

    private final byte[] bytes;

    Given(byte[] bytes) {
      this.bytes = bytes.clone();
    }

    @Override
    public void nextBytes(byte[] wanted) {
      System.arraycopy(bytes, 0, wanted, 0, wanted.length);
    }
  }
}
