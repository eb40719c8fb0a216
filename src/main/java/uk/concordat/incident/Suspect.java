package uk.concordat.incident;

import java.time.LocalDate;

/**
 * Who is suspected: data class D6. Any part may be null.
 *
 * @param description what else is known of them
 */
public record Suspect(String name, LocalDate dateOfBirth, String description) {
  /** Nobody. */
  public static final Suspect NOBODY = new Suspect(null, null, null);

  /** Whether anything is said of anybody. */
  public boolean named() {
    return !equals(NOBODY);
  }
}
