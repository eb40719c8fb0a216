package uk.concordat.kernel;

import java.util.Locale;
import java.util.Optional;

/**
 * The number under which a police force records a crime, in capitals and without spaces. Its shape
 * is the force's own (domain.md 5.3), so that whoever reads one says which shape it has.
 *
 * @param text for example {@code 41/900001/26}
 */
public record CrimeReference(String text) {
  private static final int MOST = 40;

  /**
   * Reads a number however it was spaced; empty where it has another shape.
   *
   * @param shape the force's regular expression
   */
  public static Optional<CrimeReference> parse(String given, String shape) {
    String bare = given.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
    return bare.length() <= MOST && bare.matches(shape)
        ? Optional.of(new CrimeReference(bare))
        : Optional.empty();
  }
}
