package uk.concordat.audit.export;

import uk.concordat.audit.note.Checkpoint;

/**
 * A state of the tree that was signed.
 *
 * @param size how many leaves it has
 * @param root its root hash
 */
public record Head(long size, byte[] root) {
  /** What a checkpoint says. */
  public static Head of(Checkpoint checkpoint) {
    return new Head(checkpoint.size(), checkpoint.root());
  }
}
