package uk.concordat.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import uk.concordat.audit.merkle.CompactRange;
import uk.concordat.audit.merkle.ConsistencyProof;
import uk.concordat.audit.merkle.InclusionProof;
import uk.concordat.audit.merkle.Proofs;
import uk.concordat.audit.merkle.Tile;
import uk.concordat.audit.note.Checkpoint;
import uk.concordat.audit.note.SignedNote;

/**
 * The ledger's tree as others check it: signed states and proofs (RFC 9162). Reads hashes only, in
 * the caller's transaction.
 */
@ApplicationScoped
public class MerkleLog {
  @Inject TreeRepository tree;

  /** The newest signed checkpoint with the cosignatures that it has; empty for an empty ledger. */
  public Optional<String> checkpoint() {
    return tree.newest().map(head -> head.note() + tree.cosignatures(head.size()));
  }

  /** How many leaves the newest checkpoint covers. */
  public long size() {
    return tree.newest().map(SignedHead::size).orElse(0L);
  }

  /** Whether that is a state which the ledger has signed. */
  public boolean signed(Checkpoint checkpoint) {
    return tree.note(checkpoint.size())
        .map(note -> SignedNote.parse(note).text().equals(checkpoint.text()))
        .orElse(false);
  }

  /**
   * That a leaf is in the tree of that size.
   *
   * @param leaf from 0
   * @param size more than leaf, at most {@link #size()}
   */
  public InclusionProof inclusion(long leaf, long size) {
    return Proofs.inclusion(leaf, size, this.new Hashes());
  }

  /**
   * That a tree is the beginning of another.
   *
   * @param from its size, at least 1
   * @param to the size of the other, at least from, at most {@link #size()}
   */
  public ConsistencyProof consistency(long from, long to) {
    return Proofs.consistency(from, to, this.new Hashes());
  }

  /**
   * The hashes that cover neighbouring leaves.
   *
   * @param from the first
   * @param to the one after the last, at most {@link #size()}
   */
  public CompactRange range(long from, long to) {
    return CompactRange.of(from, to, this.new Hashes());
  }

  /** Hashes of perfect subtrees out of tiles, each of which is read once. */
  private final class Hashes implements Proofs.Source {
    private record Place(int level, long index) {}

    private final Map<Place, Tile> read = new HashMap<>();

    @Override
    public byte[] hash(int level, long index) {
      int height = level % Tile.HEIGHT;
      long first = index << height;
      Place place = new Place(level / Tile.HEIGHT, first / Tile.WIDTH);
      Tile tile = read.computeIfAbsent(place, at -> tree.tile(at.level(), at.index()));
      return tile.subtree(height, (int) (first % Tile.WIDTH) >> height);
    }
  }
}
