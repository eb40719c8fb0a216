package uk.concordat.referral;

import java.util.ArrayList;
import java.util.List;

/**
 * A piece of the text in which search found something.
 *
 * @param marked whether it is what was searched for
 */
public record Passage(String text, boolean marked) {
  /** Around what was found, in what the database answers: nobody types these. */
  static final char START = '\u0002';

  static final char STOP = '\u0003';

  /** The pieces of a text in which what was found is marked; none of null. */
  static List<Passage> of(String marked) {
    List<Passage> pieces = new ArrayList<>();
    boolean inside = false;
    int from = 0;
    String text = marked == null ? "" : marked;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || text.charAt(i) == START || text.charAt(i) == STOP) {
        if (i > from) {
          pieces.add(new Passage(text.substring(from, i), inside));
        }
        inside = i < text.length() && text.charAt(i) == START;
        from = i + 1;
      }
    }
    return List.copyOf(pieces);
  }
}
