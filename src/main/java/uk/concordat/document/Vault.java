package uk.concordat.document;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals the bytes of documents, each under a key of its own, which is sealed under one that the
 * database never sees.
 */
@ApplicationScoped
class Vault {
  private static final String ALGORITHM = "AES";
  private static final int KEY = 32;
  private static final int CHUNK = 1024 * 1024;

  @Inject DocumentKeys keys;

  Sealed close(UUID document, byte[] content) {
    byte[] own = new byte[KEY];
    new SecureRandom().nextBytes(own);
    var seal = new Seal(new SecretKeySpec(own, ALGORITHM));
    int count = (content.length + CHUNK - 1) / CHUNK;
    List<byte[]> chunks = new ArrayList<>();
    for (int number = 0; number < count; number++) {
      int from = number * CHUNK;
      int to = Math.min(content.length, from + CHUNK);
      chunks.add(seal.close(content, from, to, place(document, number, count)));
    }
    byte[] wrapped =
        new Seal(keys.key(keys.current())).close(own, 0, own.length, document.toString());
    return new Sealed(keys.current(), wrapped, chunks);
  }

  /**
   * The content again.
   *
   * @throws BrokenSeal where anything of it was changed, moved or left out
   */
  byte[] open(UUID document, Sealed sealed) {
    byte[] own = new Seal(keys.key(sealed.keyName())).open(sealed.key(), document.toString());
    var seal = new Seal(new SecretKeySpec(own, ALGORITHM));
    var content = new ByteArrayOutputStream();
    int count = sealed.chunks().size();
    for (int number = 0; number < count; number++) {
      content.writeBytes(seal.open(sealed.chunks().get(number), place(document, number, count)));
    }
    return content.toByteArray();
  }

  private static String place(UUID document, int number, int count) {
    return "%s/%d/%d".formatted(document, number, count);
  }
}
