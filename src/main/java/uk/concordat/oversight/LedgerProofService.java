package uk.concordat.oversight;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import uk.concordat.access.Action;
import uk.concordat.access.Requires;
import uk.concordat.audit.LedgerKeys;
import uk.concordat.audit.MerkleLog;
import uk.concordat.audit.SecurityEvent;
import uk.concordat.audit.SecurityLog;
import uk.concordat.audit.merkle.ConsistencyProof;
import uk.concordat.audit.merkle.InclusionProof;
import uk.concordat.kernel.InvalidInput;
import uk.concordat.kernel.NotFound;

/**
 * What anybody who is signed in may check of the ledger: hashes and signatures, which tell nothing
 * of anybody. Each answer goes to the security log, so that checking the ledger does not feed it.
 */
@ApplicationScoped
public class LedgerProofService {
  private static final String BEYOND = "beyond-the-tree";

  @Inject MerkleLog log;
  @Inject LedgerKeys keys;
  @Inject SecurityLog security;

  /**
   * The newest signed checkpoint.
   *
   * @throws NotFound while the ledger is empty
   */
  @Transactional
  @Requires(Action.SESSION_READ)
  public String checkpoint() {
    String note = log.checkpoint().orElseThrow(NotFound::new);
    security.append(SecurityEvent.CHECKPOINT_READ, Long.toString(log.size()));
    return note;
  }

  /** The verifier keys of the ledger: the present one first, then those before it. */
  @Transactional
  @Requires(Action.SESSION_READ)
  public List<String> keys() {
    security.append(SecurityEvent.CHECKPOINT_READ, "key");
    return keys.verifierKeys();
  }

  /**
   * That a leaf is in the tree of that size.
   *
   * @param leaf from 0
   * @throws InvalidInput where there is no such leaf or no tree of that size yet
   */
  @Transactional
  @Requires(Action.SESSION_READ)
  public InclusionProof inclusion(long leaf, long size) {
    inTree("size", size);
    if (leaf < 0 || leaf >= size) {
      throw new InvalidInput("leaf", BEYOND);
    }
    security.append(SecurityEvent.PROOF_READ, leaf + "/" + size);
    return log.inclusion(leaf, size);
  }

  /**
   * That the tree of one size is the beginning of that of another.
   *
   * @throws InvalidInput where there is no tree of such a size, or the first is the larger one
   */
  @Transactional
  @Requires(Action.SESSION_READ)
  public ConsistencyProof consistency(long from, long to) {
    inTree("to", to);
    if (from < 1 || from > to) {
      throw new InvalidInput("from", BEYOND);
    }
    security.append(SecurityEvent.PROOF_READ, from + "-" + to);
    return log.consistency(from, to);
  }

  private void inTree(String field, long size) {
    if (size < 1 || size > log.size()) {
      throw new InvalidInput(field, BEYOND);
    }
  }
}
