package uk.concordat.api;

import jakarta.ws.rs.ClientErrorException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uk.concordat.document.DocumentLimits;
import uk.concordat.document.Incoming;
import uk.concordat.kernel.InvalidInput;

/**
 * A file that is the body of a request.
 *
 * @param name as {@code Content-Disposition} says it (RFC 6266); null where it says none
 */
record SentFile(String name, byte[] bytes) {
  private static final Pattern EXTENDED =
      Pattern.compile("(?i)(?:^|;)\\s*filename\\*\\s*=\\s*UTF-8''([^;\\s]*)");
  private static final Pattern PLAIN =
      Pattern.compile(
          "(?i)(?:^|;)\\s*filename\\s*=\\s*(?:\"((?:[^\"\\\\]|\\\\.)*)\"|([^;\\s\"]+))");

  /**
   * Reads no more of it than one file may be.
   *
   * @throws ClientErrorException 413 where there is more
   * @throws InvalidInput where the name cannot be read
   */
  static SentFile read(String disposition, Incoming sent) {
    try {
      byte[] bytes = sent.read();
      if (bytes.length > DocumentLimits.FILE_BYTES) {
        throw new ClientErrorException(413);
      }
      return new SentFile(disposition == null ? null : name(disposition), bytes);
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  private static String name(String disposition) {
    Matcher extended = EXTENDED.matcher(disposition);
    if (extended.find()) {
      try {
        return URLDecoder.decode(extended.group(1).replace("+", "%2B"), StandardCharsets.UTF_8);
      } catch (IllegalArgumentException broken) {
        throw new InvalidInput("Content-Disposition", "invalid");
      }
    }
    Matcher plain = PLAIN.matcher(disposition);
    if (!plain.find()) {
      return null;
    }
    return plain.group(1) == null ? plain.group(2) : plain.group(1).replaceAll("\\\\(.)", "$1");
  }

  /** SHA-256 of everything that was sent, the class included, in hexadecimal. */
  String digest(String dataClass) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      sha256.update((dataClass + "\n" + name + "\n").getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(sha256.digest(bytes));
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
