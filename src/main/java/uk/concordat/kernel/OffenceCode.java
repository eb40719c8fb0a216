package uk.concordat.kernel;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An offence code of the criminal justice system (PNLD): letters of the Act, year and number, or a
 * common law one; an eighth character says attempt, aid, conspiracy or incitement (domain.md 5.3).
 *
 * @param text for example {@code MD71101} or {@code COML025A}
 */
public record OffenceCode(String text) {
  private static final Pattern SHAPE = Pattern.compile("(?:[A-Z]{2}[0-9]{5}|COML[0-9]{3})[ABCI]?");

  /** Reads a code however it was spaced; empty where it is none. */
  public static Optional<OffenceCode> parse(String given) {
    String bare = given.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
    return SHAPE.matcher(bare).matches() ? Optional.of(new OffenceCode(bare)) : Optional.empty();
  }
}
