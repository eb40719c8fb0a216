package uk.concordat.document;

import java.util.Map;
import javax.crypto.SecretKey;

/**
 * The keys under which the key of each document is kept.
 *
 * @param current name of the one that new documents get
 * @param byName all that documents may lie under, the current one among them
 */
public record DocumentKeys(String current, Map<String, SecretKey> byName) {
  /** Copies the keys. */
  public DocumentKeys {
    byName = Map.copyOf(byName);
  }

  /** The key of that name. */
  SecretKey key(String name) {
    SecretKey key = byName.get(name);
    if (key == null) {
      throw new IllegalStateException("no document key " + name);
    }
    return key;
  }

  @Override
  public String toString() {
    return "DocumentKeys[" + current + "]";
  }
}
