package uk.concordat.web.ledger;

import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import uk.concordat.access.Action;
import uk.concordat.access.DataClass;
import uk.concordat.audit.Verb;
import uk.concordat.oversight.Reading;
import uk.concordat.web.referral.Words;

/**
 * Says the codes of the ledger in words.
 *
 * @param words for agencies, roles and lists
 */
public record TrailWords(Words words) {
  private static final String REASONS = "uk.concordat.web.reasons";
  private static final List<String> RECIPIENTS = List.of("recipient");
  private static final List<String> PURPOSES = List.of("purpose", "export-use", "ledger-use");

  /** What was done: one of the six operations. */
  public static String verb(Verb verb) {
    return switch (verb) {
      case COLLECT -> "Recorded";
      case ALTER -> "Changed";
      case CONSULT -> "Looked at";
      case DISCLOSE -> "Shared";
      case COMBINE -> "Linked";
      case ERASE -> "Erased";
    };
  }

  /** What makes an entry worth a look. */
  public static String reading(Reading reading) {
    return switch (reading) {
      case REFUSED -> "Refused";
      case GLASS -> "Broken glass";
      case BULK -> "Bulk read";
      case OUT_OF_HOURS -> "Out of hours";
      case SAME_NAME -> "Same family name";
    };
  }

  /** What somebody set out to do. */
  public static String action(String code) {
    return code.equals(Action.SESSION_READ.code())
        ? "Use the pages that everybody has"
        : Action.find(code).map(Action::label).orElse(code);
  }

  /** Why something was refused; the code itself where it has no words. */
  public static String reason(String code) {
    try {
      return ResourceBundle.getBundle(REASONS, Locale.UK).getString(code);
    } catch (MissingResourceException unworded) {
      return code.replace('-', ' ');
    }
  }

  /** Parts of a record. */
  public static String parts(List<String> classes) {
    return classes.stream()
        .map(code -> DataClass.valueOf(code).label())
        .collect(Collectors.joining(", "));
  }

  /** Sharing agreements; null for null. */
  public static String agreements(String codes) {
    return codes == null ? null : codes.replace("/", " version ").replaceAll(" (?=ISA-)", ", ");
  }

  /** Who received something: agencies, and those outside. */
  public String recipients(List<String> codes) {
    return codes.stream()
        .map(code -> first(code, RECIPIENTS).orElseGet(() -> words.agency(code)))
        .collect(Collectors.joining(", "));
  }

  /** Why: what a disclosure was for, or an export; null for null. */
  public String purpose(String code) {
    return code == null ? null : first(code, PURPOSES).orElse(code);
  }

  private Optional<String> first(String code, List<String> lists) {
    return lists.stream()
        .filter(list -> words.options().lists().has(list, code))
        .findFirst()
        .map(list -> words.label(list, code));
  }
}
