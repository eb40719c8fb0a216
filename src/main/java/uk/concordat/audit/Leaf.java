package uk.concordat.audit;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import uk.concordat.audit.merkle.TreeHash;

/**
 * What the tree holds of an entry for ever: no personal data, and a commitment that says nothing
 * once the key of the entry is gone.
 *
 * @param time when, cut to microseconds as the database keeps it
 * @param verb the operation
 * @param permitted whether it was
 * @param commitment to the bytes of the entry
 */
public record Leaf(Instant time, Verb verb, boolean permitted, byte[] commitment) {
  private static final DateTimeFormatter MICROSECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);
  private static final String HMAC = "HmacSHA256";

  /** Cuts the time. */
  public Leaf {
    time = time.truncatedTo(ChronoUnit.MICROS);
  }

  /**
   * Commits to an entry.
   *
   * @param key random, of this entry only
   * @param entry its canonical bytes
   */
  public static byte[] commitment(byte[] key, byte[] entry) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(key, HMAC));
      return mac.doFinal(entry);
    } catch (GeneralSecurityException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }

  /** A time as leaves and entries write it: UTC, always with six digits after the second. */
  public static String text(Instant time) {
    return MICROSECONDS.format(time);
  }

  /** Canonical JSON (RFC 8785): its names are in order and no value needs an escape. */
  public byte[] bytes() {
    String json =
        "{\"commitment\":\""
            + Base64.getEncoder().encodeToString(commitment)
            + "\",\"permitted\":"
            + permitted
            + ",\"time\":\""
            + text(time)
            + "\",\"verb\":\""
            + verb
            + "\",\"version\":1}";
    return json.getBytes(StandardCharsets.UTF_8);
  }

  /** Its place in the tree. */
  public byte[] hash() {
    return TreeHash.leaf(bytes());
  }
}
