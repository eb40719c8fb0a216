package uk.concordat.incident;

import java.util.List;
import java.util.Optional;

/**
 * What was said of who was harmed in an incident without a name.
 *
 * @param version that a proposal or a decision must name
 * @param namings newest first
 * @param proposes whether the caller may propose a name now
 * @param decides whether the caller may decide on the proposal that waits
 */
public record NamingView(String version, List<Naming> namings, boolean proposes, boolean decides) {
  /** Copies the list. */
  public NamingView {
    namings = List.copyOf(namings);
  }

  /** The proposal that waits. */
  public Optional<Naming> waiting() {
    return namings.stream().filter(each -> each.confirmed() == null).findFirst();
  }
}
