package uk.concordat.audit;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/**
 * The part that a person has in a record (DPA 2018 s.38(3)); each data class that shows somebody
 * says whom. The header alone (D1) shows nobody.
 */
public enum Part {
  /** Who was harmed. */
  HARMED("D2", "D3", "D4", "D5", "D10", "D11", "D13", "D14", "D15", "D16"),
  /** Who is suspected. */
  SUSPECT("D6", "D7", "D8", "D10", "D11"),
  /** Who saw it. */
  WITNESS("D9");

  private final Set<String> dataClasses;

  Part(String... dataClasses) {
    this.dataClasses = Set.of(dataClasses);
  }

  /** The parts of whom these data classes show something. */
  public static Set<Part> shownBy(Collection<String> dataClasses) {
    Set<Part> parts = EnumSet.noneOf(Part.class);
    for (Part part : values()) {
      if (dataClasses.stream().anyMatch(part.dataClasses::contains)) {
        parts.add(part);
      }
    }
    return parts;
  }
}
