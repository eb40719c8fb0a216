package uk.concordat.audit;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What the tree holds of one entry. It tells nothing of anybody: what was done stands in the entry
 * only, to which the commitment is bound.
 *
 * @param time of the entry, UTC, in whole microseconds
 * @param verb which operation
 * @param permitted whether it was permitted
 * @param commitment HMAC-SHA-256 of the entry's canonical bytes under the entry's own key
 */
public record Leaf(Instant time, Verb verb, boolean permitted, byte[] commitment) {
  private static final int VERSION = 1;
  private static final String MAC = "HmacSHA256";
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

  /** An instant as leaf and entry write it: always six digits of a second. */
  public static String text(Instant time) {
    return TIME.format(time);
  }

  /**
   * The commitment to an entry.
   *
   * @param key 32 random bytes that belong to this entry alone
   * @param entry its canonical bytes
   */
  public static byte[] commitment(byte[] key, byte[] entry) {
    try {
      Mac mac = Mac.getInstance(MAC);
      mac.init(new SecretKeySpec(key, MAC));
      return mac.doFinal(entry);
    } catch (GeneralSecurityException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }

  /**
   * The bytes that the tree hashes: canonical JSON (RFC 8785). No value of it needs escaping, and
   * its names stand in their order.
   */
  public byte[] bytes() {
    return "{\"commitment\":\"%s\",\"permitted\":%b,\"time\":\"%s\",\"verb\":\"%s\",\"version\":%d}"
        .formatted(
            Base64.getEncoder().encodeToString(commitment), permitted, text(time), verb, VERSION)
        .getBytes(StandardCharsets.UTF_8);
  }
}
