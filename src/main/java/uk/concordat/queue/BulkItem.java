package uk.concordat.queue;

/**
 * What became of one of them.
 *
 * @param outcome {@code done}, or a stable code of why not; null where its turn has not come
 */
public record BulkItem(String reference, String outcome) {
  static final String DONE = "done";

  /** Whether the move was made. */
  public boolean done() {
    return DONE.equals(outcome);
  }
}
