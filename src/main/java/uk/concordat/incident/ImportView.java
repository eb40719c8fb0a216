package uk.concordat.incident;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A file of incidents as its reader sees it.
 *
 * @param done how many incidents have been read, or logged, so far
 * @param rows how many incidents were read; 0 until all are
 * @param wrong how many of them have something wrong
 * @param interrupted whether reading or logging it was cut short; nothing of what was is kept
 * @param failed whether it was cut short because it could not be done, and not with the portal
 * @param errors the first hundred things that are wrong, in the order of the file
 */
public record ImportView(
    UUID id,
    ImportState state,
    int done,
    int rows,
    int wrong,
    boolean interrupted,
    boolean failed,
    List<RowError> errors,
    Instant createdAt) {
  /** Copies the errors. */
  public ImportView {
    errors = List.copyOf(errors);
  }
}
