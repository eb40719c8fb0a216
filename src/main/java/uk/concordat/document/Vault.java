package uk.concordat.document;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keeps the keys of documents, one for each, sealed under one that the database never sees and
 * bound to what is known of the document: put beside another referral, class, agency, name or
 * digest it does not open.
 */
@ApplicationScoped
class Vault {
  private static final String ALGORITHM = "AES";
  private static final int KEY = 32;

  @Inject DocumentKeys keys;

  /** A key for a document that has none. */
  OwnKey make(Document document) {
    byte[] own = new byte[KEY];
    new SecureRandom().nextBytes(own);
    return key(own, document);
  }

  /** The key as it may lie in the database. */
  SealedKey close(OwnKey key, Document document) {
    byte[] own = key.secret().getEncoded();
    String name = keys.current();
    return new SealedKey(
        name, new Seal(keys.key(name)).close(own, 0, own.length, binding(document)));
  }

  /**
   * The key again.
   *
   * @throws BrokenSeal where it is another's, or what is known of the document was changed
   */
  OwnKey open(SealedKey sealed, Document document) {
    SecretKey outer = keys.key(sealed.name());
    return key(new Seal(outer).open(sealed.bytes(), binding(document)), document);
  }

  private static OwnKey key(byte[] own, Document document) {
    return new OwnKey(
        new SecretKeySpec(own, ALGORITHM), document.id(), OwnKey.count(document.size()));
  }

  /** No part of it can hold a line break, so that no two documents have the same. */
  private static String binding(Document document) {
    return String.join(
        "\n",
        document.id().toString(),
        document.referral().toString(),
        document.dataClass().name(),
        document.holder(),
        document.type().name(),
        Long.toString(document.size()),
        document.digest(),
        document.name().text());
  }
}
