package uk.concordat.audit.merkle;

import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sigstore.merkle.InclusionProofVerificationException;
import dev.sigstore.merkle.InclusionProofVerifier;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Sigstore's verifier accepts our proofs. It knows inclusion only; but a consistency proof is two
 * of those, of the node that both trees share: its way to the later root takes all hashes, its way
 * to the earlier one those that stand to the left of it.
 */
class ThirdPartyTest {
  private static final int LARGE = 70;

  private final ReferenceTree tree = ReferenceTree.of(LARGE);

  @Test
  void acceptsInclusion() {
    for (int size = 1; size <= LARGE; size++) {
      for (int leaf = 0; leaf < size; leaf++) {
        InclusionProof proof = Proofs.inclusion(leaf, size, tree);
        byte[] root = tree.root(size);
        assertThatNoException()
            .isThrownBy(
                () ->
                    InclusionProofVerifier.verify(
                        proof.leafHash(),
                        proof.leafIndex(),
                        proof.treeSize(),
                        proof.hashes(),
                        root));
      }
    }
  }

  @Test
  void acceptsConsistency() {
    for (int to = 2; to <= LARGE; to++) {
      for (int from = 1; from < to; from++) {
        ConsistencyProof proof = Proofs.consistency(from, to, tree);
        byte[] earlier = tree.root(from);
        byte[] later = tree.root(to);
        assertThatNoException().isThrownBy(() -> verify(proof, earlier, later));
      }
    }
  }

  @Test
  void refusesAForkedTree() {
    ConsistencyProof proof = Proofs.consistency(5, 9, tree);

    assertThatThrownBy(() -> verify(proof, tree.root(4), tree.root(9)))
        .isInstanceOf(InclusionProofVerificationException.class);
  }

  private static void verify(ConsistencyProof proof, byte[] earlier, byte[] later)
      throws InclusionProofVerificationException {
    int level = Long.numberOfTrailingZeros(proof.from());
    long node = (proof.from() >> level) - 1;
    long last = proof.to() - 1 >> level;
    boolean power = Long.bitCount(proof.from()) == 1;
    byte[] shared = power ? earlier : proof.hashes().get(0);
    List<byte[]> rest = power ? proof.hashes() : proof.hashes().subList(1, proof.hashes().size());

    InclusionProofVerifier.verify(shared, node, last + 1, rest, later);
    InclusionProofVerifier.verify(shared, node, node + 1, left(node, last, rest), earlier);
  }

  /** At every level an even node before the last has its sibling to the right. */
  private static List<byte[]> left(long node, long last, List<byte[]> hashes) {
    List<byte[]> left = new ArrayList<>();
    int next = 0;
    for (long at = node, end = last; end > 0; at >>= 1, end >>= 1) {
      if ((at & 1) == 1) {
        left.add(hashes.get(next));
      }
      if ((at & 1) == 1 || at < end) {
        next++;
      }
    }
    return left;
  }
}
