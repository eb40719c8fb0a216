package uk.concordat.document.workshop;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import uk.concordat.kernel.InvalidInput;

/**
 * A file that is a ZIP: a Word document without anything that runs or is fetched, or refused. Its
 * parts are those that Word finds, and what they say is decided on as Word reads it.
 */
record WordFile(byte[] bytes) {
  private static final String TYPES = "[Content_Types].xml";

  /** Parts that say what others are are kept in memory: no more than this. */
  private static final int DECLARATIONS = 4 * 1024 * 1024;

  private static final Pattern RUNS =
      Pattern.compile(
          "(?i).*(vbaproject|vbadata|activex|macrosheet|\\.bin$|\\.exe$|\\.js$|\\.vbs$).*");
  private static final Pattern EMBEDDED = Pattern.compile("(?i).*(/embeddings/|afchunk).*");

  /** What names a part in a second way (ECMA-376 part 2). */
  private static final Pattern ALIAS = Pattern.compile("(?i).*(%|\\\\|//|\\.piece$|\\.\\./).*|/.*");

  /**
   * @throws InvalidInput {@code archive}, {@code other-office}, {@code macros}, {@code embedded},
   *     {@code fetches}, {@code inflates} or {@code unreadable} where it is something else or holds
   *     that
   */
  void check() {
    try {
      check(new ZipDirectory(bytes).parts());
    } catch (IOException broken) {
      throw new InvalidInput("file", "unreadable");
    }
  }

  private void check(List<ZipPart> parts) throws IOException {
    ZipPart types =
        parts.stream()
            .filter(part -> part.name().equals(TYPES))
            .findFirst()
            .orElseThrow(() -> new InvalidInput("file", "archive"));
    refuse(parts.size() > WorkshopLimits.ZIP_ENTRIES, "inflates");
    refuse(
        parts.stream().mapToLong(ZipPart::size).sum() > WorkshopLimits.INFLATED_BYTES, "inflates");
    new ContentTypes(elements(types)).check();
    for (ZipPart part : parts) {
      String name = part.name();
      refuse(RUNS.matcher(name).matches(), "macros");
      refuse(EMBEDDED.matcher(name).matches(), "embedded");
      refuse(ALIAS.matcher(name).matches(), "unreadable");
      if (name.toLowerCase(Locale.ROOT).endsWith(".rels")) {
        for (XmlPart.Element element : elements(part)) {
          new Relationship(element).check();
        }
      } else {
        fields(part);
      }
    }
  }

  private void fields(ZipPart part) throws IOException {
    refuse(part.size() > WorkshopLimits.PART_BYTES, "inflates");
    var text = new ByteArrayOutputStream(part.size());
    part.unfold(bytes, text);
    var fields = new FieldPart(text.toByteArray());
    if (fields.isXml()) {
      fields.check();
    }
  }

  private List<XmlPart.Element> elements(ZipPart part) throws IOException {
    refuse(part.size() > DECLARATIONS, "inflates");
    var text = new ByteArrayOutputStream();
    part.unfold(bytes, text);
    return new XmlPart(text.toByteArray()).elements();
  }

  private static void refuse(boolean holds, String code) {
    if (holds) {
      throw new InvalidInput("file", code);
    }
  }
}
