package uk.concordat.api;

import java.util.regex.Pattern;
import uk.concordat.kernel.InvalidInput;

/**
 * Strong entity tags of a version: {@code "v3"}, or {@code "v3.D2-1.D4-2"} where it is composed of
 * what the caller sees.
 */
final class EntityTags {
  private static final Pattern TAG = Pattern.compile("\"[\\x21\\x23-\\x7e]{0,200}\"");
  private static final String NONE = "";
  private static final Pattern OURS = Pattern.compile("\"v(\\d{1,18})\"");
  private static final long NEVER = -1;

  private EntityTags() {}

  /**
   * The version that {@code If-Match} names; one that no record has where the tag is not ours.
   *
   * @throws MissingPrecondition without the header
   * @throws InvalidInput when it is not exactly one strong tag
   */
  static long version(String ifMatch) {
    if (ifMatch == null) {
      throw new MissingPrecondition();
    }
    var ours = OURS.matcher(strong(ifMatch));
    return ours.matches() ? Long.parseLong(ours.group(1)) : NEVER;
  }

  /**
   * The composed version that {@code If-Match} names; one that no record has where the tag is not
   * ours.
   *
   * @throws MissingPrecondition without the header
   * @throws InvalidInput when it is not exactly one strong tag
   */
  static String composed(String ifMatch) {
    if (ifMatch == null) {
      throw new MissingPrecondition();
    }
    String tag = strong(ifMatch);
    return tag.startsWith("\"v") ? tag.substring(2, tag.length() - 1) : NONE;
  }

  private static String strong(String ifMatch) {
    String tag = ifMatch.strip();
    if (!TAG.matcher(tag).matches()) {
      throw new InvalidInput("If-Match", "invalid");
    }
    return tag;
  }

  /** The tag of a version, without its quotation marks. */
  static String of(long version) {
    return "v" + version;
  }

  /** The tag of a composed version, without its quotation marks. */
  static String of(String version) {
    return "v" + version;
  }
}
