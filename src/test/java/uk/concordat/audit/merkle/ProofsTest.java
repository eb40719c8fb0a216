package uk.concordat.audit.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Proofs that are made are accepted, and nothing that differs from them in anything is. */
class ProofsTest {
  private static final int ALL = 70;
  private static final int LARGE = 400;

  private final ReferenceTree tree = ReferenceTree.of(LARGE);

  @Test
  void everyLeafOfEveryTree() {
    for (int size = 1; size <= ALL; size++) {
      byte[] root = tree.root(size);
      for (int leaf = 0; leaf < size; leaf++) {
        assertThat(Proofs.inclusion(leaf, size, tree).verify(root)).isTrue();
      }
    }
  }

  @Test
  void everyTreeWithinEveryTree() {
    for (int to = 1; to <= ALL; to++) {
      for (int from = 1; from <= to; from++) {
        ConsistencyProof proof = Proofs.consistency(from, to, tree);
        assertThat(proof.verify(tree.root(from), tree.root(to))).isTrue();
      }
    }
  }

  @Property
  void aChangedInclusionProofIsRefused(
      @ForAll @IntRange(min = 2, max = LARGE) int size,
      @ForAll @IntRange(max = LARGE - 1) int any,
      @ForAll @IntRange(max = LARGE - 1) int bit) {
    int leaf = any % size;
    byte[] root = tree.root(size);
    InclusionProof proof = Proofs.inclusion(leaf, size, tree);

    assertThat(proof.verify(root)).isTrue();
    assertThat(proof.verify(flipped(root, bit))).isFalse();
    assertThat(proof.verify(new byte[0])).isFalse();
    assertThat(
            new InclusionProof(leaf, size, flipped(proof.leafHash(), bit), proof.hashes())
                .verify(root))
        .isFalse();
    assertThat(new InclusionProof(leaf ^ 1, size, proof.leafHash(), proof.hashes()).verify(root))
        .isFalse();
    for (List<byte[]> changed : mutations(proof.hashes(), any, bit)) {
      assertThat(new InclusionProof(leaf, size, proof.leafHash(), changed).verify(root)).isFalse();
    }
  }

  @Property
  void aChangedConsistencyProofIsRefused(
      @ForAll @IntRange(min = 2, max = LARGE) int to,
      @ForAll @IntRange(max = LARGE - 1) int any,
      @ForAll @IntRange(max = LARGE - 1) int bit) {
    int from = 1 + any % (to - 1);
    byte[] earlier = tree.root(from);
    byte[] later = tree.root(to);
    ConsistencyProof proof = Proofs.consistency(from, to, tree);

    assertThat(proof.verify(earlier, later)).isTrue();
    assertThat(proof.verify(later, earlier)).isFalse();
    assertThat(proof.verify(flipped(earlier, bit), later)).isFalse();
    assertThat(proof.verify(earlier, flipped(later, bit))).isFalse();
    assertThat(proof.verify(new byte[0], later)).isFalse();
    assertThat(new ConsistencyProof(to, from, proof.hashes()).verify(earlier, later)).isFalse();
    for (List<byte[]> changed : mutations(proof.hashes(), any, bit)) {
      assertThat(new ConsistencyProof(from, to, changed).verify(earlier, later)).isFalse();
    }
  }

  @Test
  void anotherSizeOfTheEarlierTreeIsRefused() {
    for (int to = 3; to <= ALL; to++) {
      for (int from = 1; from + 1 < to; from++) {
        List<byte[]> hashes = Proofs.consistency(from, to, tree).hashes();
        assertThat(
                new ConsistencyProof(from + 1, to, hashes).verify(tree.root(from), tree.root(to)))
            .isFalse();
      }
    }
  }

  /** The same bytes, cut at another place, would hash to the same node. */
  @ParameterizedTest
  @CsvSource({"32,31", "31,32", "33,31", "0,32", "32,0"})
  void hashesOfAnotherLengthAreRefused(int left, int right) {
    byte[] root = TreeHash.node(new byte[left], new byte[right]);
    List<byte[]> hashes = List.of(new byte[right]);

    assertThat(new InclusionProof(0, 2, new byte[left], hashes).verify(root)).isFalse();
    assertThat(new ConsistencyProof(1, 2, hashes).verify(new byte[left], root)).isFalse();
  }

  @Test
  void theEmptyTreeProvesNothing() {
    assertThat(new ConsistencyProof(0, 3, List.of()).verify(TreeHash.empty(), tree.root(3)))
        .isFalse();
    assertThat(new ConsistencyProof(0, 0, List.of()).verify(TreeHash.empty(), TreeHash.empty()))
        .isFalse();
    assertThat(new ConsistencyProof(1, 1, List.of()).verify(new byte[0], new byte[0])).isFalse();
    assertThatIllegalArgumentException().isThrownBy(() -> Proofs.consistency(0, 3, tree));
  }

  @Test
  void onlyWhatIsInTheTreeIsProved() {
    assertThatIllegalArgumentException().isThrownBy(() -> Proofs.inclusion(3, 3, tree));
    assertThatIllegalArgumentException().isThrownBy(() -> Proofs.inclusion(-1, 3, tree));
    assertThatIllegalArgumentException().isThrownBy(() -> Proofs.consistency(4, 3, tree));
  }

  /** One hash changed, left out, doubled, put in front or at the end; two in the wrong order. */
  private List<List<byte[]>> mutations(List<byte[]> hashes, int any, int bit) {
    List<List<byte[]>> all = new ArrayList<>();
    byte[] stray = tree.hash(0, any);
    all.add(with(hashes, hashes.size(), stray));
    all.add(with(hashes, 0, stray));
    all.add(with(hashes, hashes.size(), new byte[0]));
    if (!hashes.isEmpty()) {
      int at = any % hashes.size();
      List<byte[]> flipped = new ArrayList<>(hashes);
      flipped.set(at, flipped(hashes.get(at), bit));
      all.add(flipped);
      List<byte[]> shorter = new ArrayList<>(hashes);
      shorter.remove(at);
      all.add(shorter);
      all.add(with(hashes, at, hashes.get(at)));
      List<byte[]> rotated = new ArrayList<>(hashes);
      Collections.rotate(rotated, 1);
      if (hashes.size() > 1) {
        all.add(rotated);
      }
    }
    return all;
  }

  private static List<byte[]> with(List<byte[]> hashes, int at, byte[] more) {
    List<byte[]> longer = new ArrayList<>(hashes);
    longer.add(at, more);
    return longer;
  }

  private static byte[] flipped(byte[] hash, int bit) {
    byte[] changed = hash.clone();
    changed[bit / 8 % hash.length] ^= (byte) (1 << bit % 8);
    return changed;
  }
}
