package uk.concordat.audit.note;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;

/**
 * A public key that notes are checked with.
 *
 * @param text as it is handed round: {@code name+id+base64}
 */
public record NoteVerifier(String text) {
  /** What X.509 writes before the 32 bytes of an Ed25519 key (RFC 8410). */
  private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");

  private static final int SIGNATURE = 64;

  /**
   * @throws InvalidNoteException where that is no key, or its id does not follow from it
   */
  public NoteVerifier {
    EncodedKey key = EncodedKey.parse(text);
    if (key.id() != KeyName.id(key.name(), key.algorithm(), key.material())) {
      throw new InvalidNoteException("The id of the key does not follow from it");
    }
  }

  /** Reads a key as it is handed round. */
  public static NoteVerifier parse(String text) {
    return new NoteVerifier(text.strip());
  }

  static NoteVerifier of(String name, NoteAlgorithm algorithm, byte[] publicKey) {
    int id = KeyName.id(name, algorithm, publicKey);
    return new NoteVerifier(new EncodedKey(name, id, algorithm, publicKey).text());
  }

  /** Its name. */
  public String name() {
    return key().name();
  }

  /** The number that goes with the name. */
  public int id() {
    return key().id();
  }

  /** What it signs. */
  public NoteAlgorithm algorithm() {
    return key().algorithm();
  }

  /** Whether the signature says that it is of this key. */
  public boolean claims(NoteSignature signature) {
    return name().equals(signature.name()) && id() == signature.id();
  }

  /** Whether this key has signed the text. */
  public boolean verify(String text, NoteSignature signature) {
    byte[] bytes = signature.bytes();
    int before = algorithm() == NoteAlgorithm.COSIGNATURE ? Long.BYTES : 0;
    if (!claims(signature) || bytes.length != before + SIGNATURE) {
      return false;
    }
    String message = before == 0 ? text : Cosigner.message(ByteBuffer.wrap(bytes).getLong(), text);
    try {
      Signature ed25519 = Signature.getInstance("Ed25519");
      ed25519.initVerify(publicKey());
      ed25519.update(message.getBytes(StandardCharsets.UTF_8));
      return ed25519.verify(bytes, before, SIGNATURE);
    } catch (SignatureException malformed) {
      return false;
    } catch (GeneralSecurityException noPoint) {
      throw new InvalidNoteException("The key is no Ed25519 key");
    }
  }

  @Override
  public String toString() {
    return text;
  }

  private EncodedKey key() {
    return EncodedKey.parse(text);
  }

  private PublicKey publicKey() throws GeneralSecurityException {
    byte[] encoded = ByteBuffer.allocate(44).put(X509).put(key().material()).array();
    return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
  }
}
