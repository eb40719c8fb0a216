package uk.concordat.api;

import java.util.regex.Pattern;
import uk.concordat.kernel.InvalidInput;

/** Strong entity tags of a record's version, {@code "v3"}. */
final class EntityTags {
  private static final Pattern TAG = Pattern.compile("\"[\\x21\\x23-\\x7e]{0,100}\"");
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
    var ours = OURS.matcher(ifMatch.strip());
    if (ours.matches()) {
      return Long.parseLong(ours.group(1));
    }
    if (TAG.matcher(ifMatch.strip()).matches()) {
      return NEVER;
    }
    throw new InvalidInput("If-Match", "invalid");
  }

  /** The tag of a version, without its quotation marks. */
  static String of(long version) {
    return "v" + version;
  }
}
