package uk.concordat.web.referral;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import uk.concordat.kernel.NhsNumber;
import uk.concordat.referral.Compartment;
import uk.concordat.referral.Further;
import uk.concordat.referral.ReferralOptions;
import uk.concordat.web.London;

/**
 * A compartment as a page shows it.
 *
 * @param heading its data class in words
 * @param handling how whoever reads it must handle it
 * @param lines what stands in it, in the order of the form
 */
public record PartView(String heading, String handling, List<Line> lines) {

  /**
   * One field in words.
   *
   * @param path its name in errors, for example {@code suspect.name}
   */
  public record Line(String path, String label, String text) {}

  /** The compartments in which something stands. */
  static List<PartView> of(Further further, ReferralOptions options) {
    return further.held().stream()
        .map(
            compartment ->
                new PartView(
                    compartment.dataClass().label(),
                    compartment.handling(),
                    lines(compartment, further, options)))
        .toList();
  }

  private static List<Line> lines(
      Compartment compartment, Further further, ReferralOptions options) {
    List<Line> lines = new ArrayList<>();
    for (Compartment.Field field : compartment.fields()) {
      String text = further.text(compartment, field.name());
      if (text != null) {
        lines.add(new Line(compartment.path(field), field.label(), words(field, text, options)));
      }
    }
    return lines;
  }

  private static String words(Compartment.Field field, String text, ReferralOptions options) {
    return switch (field.kind()) {
      case DAY -> London.date(LocalDate.parse(text));
      case CODE -> options.lists().label(field.list(), text);
      case NHS_NUMBER -> NhsNumber.parse(text).map(NhsNumber::spaced).orElse(text);
      case LINE, PARAGRAPH, ACCOUNT -> text;
    };
  }
}
