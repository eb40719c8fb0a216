package uk.concordat.document.workshop;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import uk.concordat.kernel.InvalidInput;

/** What a Word document says that its parts are. */
record ContentTypes(List<XmlPart.Element> elements) {
  private static final String WORD =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
  private static final Pattern RUNS = Pattern.compile(".*(macroenabled|vba|activex).*");
  private static final Pattern EMBEDDED = Pattern.compile(".*oleobject.*");

  /**
   * @throws InvalidInput {@code macros}, {@code embedded}, {@code other-office}
   */
  void check() {
    List<String> types =
        elements.stream()
            .map(element -> element.value("ContentType").toLowerCase(Locale.ROOT))
            .map(type -> type.replaceAll(";.*", "").strip())
            .toList();
    refuse(types.stream().anyMatch(type -> RUNS.matcher(type).matches()), "macros");
    refuse(types.stream().anyMatch(type -> EMBEDDED.matcher(type).matches()), "embedded");
    boolean other =
        types.stream().anyMatch(type -> type.endsWith(".main+xml") && !type.equals(WORD));
    refuse(other || !types.contains(WORD), "other-office");
  }

  private static void refuse(boolean holds, String code) {
    if (holds) {
      throw new InvalidInput("file", code);
    }
  }
}
