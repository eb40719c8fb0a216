package uk.concordat.audit.witness;

import java.io.IOException;
import uk.concordat.audit.merkle.ConsistencyProof;

/** What a witness asks a log for. An exception of input and output means: try again later. */
interface Log {
  /** Its newest checkpoint, as a signed note. */
  String checkpoint() throws IOException;

  /**
   * Its proof that one tree is the beginning of another.
   *
   * @throws InconsistentException where what it gives is no proof
   */
  ConsistencyProof consistency(long from, long to) throws IOException;

  /** Hands over a checkpoint with a cosignature. */
  void witness(String note) throws IOException;
}
