package uk.concordat.document.workshop;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import uk.concordat.kernel.InvalidInput;

/**
 * An element of a part in which a Word document says what belongs to what, and what lies outside.
 */
record Relationship(XmlPart.Element element) {
  /** Followed only when somebody chooses it. */
  private static final Set<String> LINK =
      Set.of(
          "http://schemas.openxmlformats.org/officedocument/2006/relationships/hyperlink",
          "http://purl.oclc.org/ooxml/officedocument/relationships/hyperlink");

  private static final Pattern RUNS =
      Pattern.compile(".*/(vbaproject|wordvbadata|attachedtoolbars)");
  private static final Pattern EMBEDDED =
      Pattern.compile(".*/(afchunk|oleobject|package|control|activexcontrolbinary|subdocument)");
  private static final Pattern ELSEWHERE = Pattern.compile("(?s)[a-z][a-z0-9+.-]*:.*|[/\\\\]{2}.*");

  /**
   * @throws InvalidInput {@code macros}, {@code embedded}, {@code fetches}
   */
  void check() {
    if (!element.name().equals("Relationship")) {
      return;
    }
    String type = lower("Type");
    refuse(RUNS.matcher(type).matches(), "macros");
    refuse(EMBEDDED.matcher(type).matches(), "embedded");
    boolean inside = lower("TargetMode").isEmpty() || lower("TargetMode").equals("internal");
    boolean fetched = !inside || ELSEWHERE.matcher(lower("Target")).matches();
    refuse(fetched && !LINK.contains(type), "fetches");
  }

  private String lower(String attribute) {
    return element.value(attribute).toLowerCase(Locale.ROOT);
  }

  private static void refuse(boolean holds, String code) {
    if (holds) {
      throw new InvalidInput("file", code);
    }
  }
}
