package uk.concordat.incident;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A file of incidents as its reader sees it.
 *
 * @param rows how many incidents were read
 * @param wrong how many of them have something wrong
 * @param errors the first hundred things that are wrong, in the order of the file
 */
public record ImportView(
    UUID id, ImportState state, int rows, int wrong, List<RowError> errors, Instant createdAt) {
  /** Copies the errors. */
  public ImportView {
    errors = List.copyOf(errors);
  }
}
