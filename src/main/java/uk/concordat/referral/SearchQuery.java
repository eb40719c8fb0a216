package uk.concordat.referral;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import uk.concordat.kernel.InvalidInput;
import uk.concordat.kernel.Postcode;
import uk.concordat.kernel.Urn;

/**
 * What somebody searches for: words, a name, or one number by itself.
 *
 * @param text as it was typed
 * @param limit hits on a page, 1 to 100
 * @param cursor opaque place to go on from, out of {@link SearchResult}; null for the first page
 */
public record SearchQuery(String text, int limit, String cursor) {
  /** As many are found at most: who has more adds a word. */
  public static final int MOST = 100;

  /** The longest text that is searched for, in characters. */
  public static final int LONGEST = 200;

  private static final Pattern REFERENCE = Pattern.compile("HCR(\\d{4})(\\d{1,6})([A-Z])?");
  private static final Pattern DISTRICT = Pattern.compile("[A-Z]{1,2}[0-9][0-9A-Z]?");
  private static final Pattern DIGITS = Pattern.compile("\\+?[0-9().\\s-]{7,30}");
  private static final Pattern FROM_ABROAD = Pattern.compile("^(\\+|00)440?");
  private static final Pattern PLACE = Pattern.compile("[0-9]{1,2}");
  private static final int SERIAL = 6;

  /**
   * The same, once it can be used.
   *
   * @throws InvalidInput {@code text}: {@code required}, {@code too-short}, {@code too-long},
   *     {@code invalid-character}; {@code limit}; {@code cursor}
   */
  public SearchQuery checked() {
    var findings = new Findings();
    findings.required(text, "text");
    findings.typed(LONGEST, text, "text");
    String typed = text == null ? "" : text.strip();
    findings.add(
        !typed.isEmpty() && typed.codePoints().filter(Character::isLetterOrDigit).count() < 2,
        "text",
        "too-short");
    findings.add(limit < 1 || limit > MOST, "limit", "out-of-range");
    findings.add(cursor != null && !PLACE.matcher(cursor).matches(), "cursor", "invalid");
    findings.throwIfAny();
    return new SearchQuery(typed, limit, cursor);
  }

  /** How many hits come before the page. */
  int from() {
    return cursor == null ? 0 : Integer.parseInt(cursor);
  }

  /**
   * The beginning of a reference in its usual form, however it was parted; null where it is none.
   */
  String reference() {
    Matcher parts =
        REFERENCE.matcher(text.toUpperCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", ""));
    if (!parts.matches()) {
      return null;
    }
    boolean whole = parts.group(2).length() == SERIAL && parts.group(3) != null;
    return "HCR-%s-%s%s"
        .formatted(parts.group(1), parts.group(2), whole ? "-" + parts.group(3) : "");
  }

  /** The number of a crime as a force writes it, or a URN; any text is one. */
  String crime() {
    return Urn.parse(text).map(Urn::text).orElse(bare());
  }

  /** A postcode, its first half or another number, in small letters and without spaces. */
  List<String> numbers() {
    Optional<String> postcode = Postcode.parse(text).map(one -> one.text().replace(" ", ""));
    Optional<String> district = Optional.of(bare()).filter(one -> DISTRICT.matcher(one).matches());
    Optional<String> digits =
        Optional.of(text)
            .filter(one -> DIGITS.matcher(one).matches())
            .map(one -> FROM_ABROAD.matcher(one.replaceAll("[^0-9+]", "")).replaceFirst("0"))
            .map(one -> one.replaceAll("[^0-9]", ""));
    return Stream.of(postcode, district, digits)
        .flatMap(Optional::stream)
        .map(one -> one.toLowerCase(Locale.ROOT))
        .toList();
  }

  private String bare() {
    return text.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
  }
}
