package uk.concordat.queue;

import java.util.Optional;
import uk.concordat.kernel.Reference;

/**
 * One of the referrals that somebody chose.
 *
 * @param reference in the one spelling that references have
 * @param version as they saw it
 */
public record BulkChoice(Reference reference, String version) {
  /** Reads a reference and, after a blank, a version; empty where the former is no reference. */
  public static Optional<BulkChoice> read(String item) {
    String[] parts = item.strip().split(" ", 2);
    return Reference.parse(parts[0])
        .map(reference -> new BulkChoice(reference, parts.length < 2 ? "" : parts[1]));
  }

  /** As it is read. */
  @Override
  public String toString() {
    return reference + " " + version;
  }
}
