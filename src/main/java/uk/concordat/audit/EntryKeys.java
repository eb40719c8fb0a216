package uk.concordat.audit;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;

/** Draws the random key under which one entry is committed to. */
@ApplicationScoped
class EntryKeys {
  private static final int BYTES = 32;

  private final SecureRandom random = new SecureRandom();

  byte[] next() {
    byte[] key = new byte[BYTES];
    random.nextBytes(key);
    return key;
  }
}
