package uk.concordat.audit.export;

import java.time.Instant;
import uk.concordat.audit.Leaf;
import uk.concordat.audit.Verb;

/**
 * An entry that is there.
 *
 * @param leaf its place, from 0
 * @param hash what the tree has there
 * @param time when
 * @param verb the operation
 * @param permitted whether it was
 * @param key under which the leaf commits to it
 * @param entry its canonical bytes
 */
public record KeptRow(
    long leaf, byte[] hash, Instant time, Verb verb, boolean permitted, byte[] key, byte[] entry)
    implements Row {

  /** The hash of the leaf as it follows from the entry. */
  byte[] computed() {
    return new Leaf(time, verb, permitted, Leaf.commitment(key, entry)).hash();
  }
}
