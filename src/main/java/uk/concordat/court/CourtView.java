package uk.concordat.court;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import uk.concordat.prosecution.FileView;

/**
 * What the court makes of a file, as much as the caller sees of it.
 *
 * @param version of what they see
 * @param file as they see it
 * @param hearings in the order of their days
 * @param results on each defendant, oldest first
 * @param records whether the caller records hearings and results now
 */
public record CourtView(
    String version, FileView file, List<Hearing> hearings, List<Result> results, boolean records) {
  /** Copies the lists. */
  public CourtView {
    hearings = List.copyOf(hearings);
    results = List.copyOf(results);
  }

  /** The result that stands on somebody; empty where there is none, or none that is seen. */
  public Optional<Result> standing(UUID defendant) {
    return results.stream()
        .filter(one -> one.defendant().equals(defendant))
        .reduce((earlier, later) -> later);
  }

  /** The hearing of that identity; empty where there is none. */
  public Optional<Hearing> hearing(UUID id) {
    return hearings.stream().filter(one -> one.id().equals(id)).findFirst();
  }
}
