package uk.concordat.audit.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class CompactRangeTest {
  private static final int LARGE = 70;

  private final ReferenceTree tree = ReferenceTree.of(LARGE);

  @Test
  void knowsTheRootOfEveryTree() {
    var range = new CompactRange(0);
    for (int size = 0; size < LARGE; size++) {
      assertThat(range.root()).isEqualTo(tree.root(size));
      range.append(tree.hash(0, size));
    }
  }

  @Test
  void isTheSameHoweverItWasMade() {
    for (int from = 0; from <= LARGE; from++) {
      var appended = new CompactRange(from);
      for (int to = from; to <= LARGE; to++) {
        CompactRange asked = CompactRange.of(from, to, tree);
        assertThat(asked.hashes())
            .usingElementComparator(Arrays::compare)
            .isEqualTo(appended.hashes());
        assertThat(asked.from()).isEqualTo(from);
        assertThat(asked.to()).isEqualTo(to);
        if (to < LARGE) {
          appended.append(tree.hash(0, to));
        }
      }
    }
  }

  @Test
  void leftEntriesAndRightMakeTheTree() {
    for (int from = 0; from <= LARGE; from++) {
      for (int to = from; to <= LARGE; to++) {
        CompactRange whole = CompactRange.of(0, from, tree);
        for (int leaf = from; leaf < to; leaf++) {
          whole.append(tree.hash(0, leaf));
        }
        List<byte[]> right = CompactRange.of(to, LARGE, tree).hashes();
        whole.merge(CompactRange.of(to, LARGE, right));

        assertThat(whole.root()).isEqualTo(tree.root(LARGE));
        assertThat(whole.hashes()).hasSize(Integer.bitCount(LARGE));
      }
    }
  }

  @Test
  void refusesWhatIsNoRange() {
    List<byte[]> one = List.of(tree.hash(0, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> CompactRange.of(0, 3, one));
    assertThatIllegalArgumentException().isThrownBy(() -> CompactRange.of(3, 2, one));
    assertThatIllegalArgumentException().isThrownBy(() -> CompactRange.of(-1, 0, one));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CompactRange.of(0, 1, List.of(new byte[31])));
  }

  @Test
  void refusesAGap() {
    var range = new CompactRange(0);
    assertThatIllegalArgumentException().isThrownBy(() -> range.merge(new CompactRange(1)));
    assertThatIllegalStateException().isThrownBy(() -> new CompactRange(1).root());
  }
}
