package uk.concordat.document;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import uk.concordat.kernel.InvalidInput;

/**
 * The name of a document: of what somebody typed the last part, without what a screen or a file
 * system would read as something else.
 *
 * @param text never blank, at most 150 characters
 */
public record DocumentName(String text) {
  private static final String UNNAMED = "document";

  /**
   * Makes what was sent harmless and completes it.
   *
   * @param typed with or without a path; null for none
   * @throws InvalidInput {@code named-otherwise} where it ends as another kind of file would
   */
  static DocumentName of(String typed, DocumentType type) {
    String name = harmless(typed == null ? "" : typed);
    int dot = name.lastIndexOf('.');
    if (dot <= 0) {
      return new DocumentName(shortened(name, "." + type.extension()));
    }
    String extension = name.substring(dot + 1).toLowerCase(Locale.ROOT);
    if (!type.ends(extension)) {
      throw new InvalidInput("file", "named-otherwise");
    }
    return new DocumentName(shortened(name.substring(0, dot), "." + extension));
  }

  /** The last part of the path; marks that break a line or turn the direction of text are gone. */
  private static String harmless(String typed) {
    String last = typed.substring(Math.max(typed.lastIndexOf('/'), typed.lastIndexOf('\\')) + 1);
    String plain =
        Normalizer.normalize(last, Normalizer.Form.NFC)
            .replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}\\p{Zl}\\p{Zp}]", "")
            .replaceAll("[<>:\"|?*%;]", "_")
            .replaceAll("\\s+", " ")
            .strip();
    return plain.replaceAll("^[. ]+", "");
  }

  private static String shortened(String stem, String ending) {
    String kept = stem.isBlank() ? UNNAMED : stem.strip();
    int most = DocumentLimits.NAME - ending.length();
    int end = Math.min(kept.length(), most);
    if (end < kept.length() && Character.isHighSurrogate(kept.charAt(end - 1))) {
      end--;
    }
    return kept.substring(0, end).strip() + ending;
  }

  /** The header with which it is served: always laid aside, never opened in place (RFC 6266). */
  public String disposition() {
    String plain = text.replaceAll("[^A-Za-z0-9._ -]", "_");
    String encoded = URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    return "attachment; filename=\"%s\"; filename*=UTF-8''%s".formatted(plain, encoded);
  }
}
