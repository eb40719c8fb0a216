package uk.concordat.oversight;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import uk.concordat.access.Action;
import uk.concordat.access.Requires;
import uk.concordat.audit.Leaf;
import uk.concordat.audit.LedgerKeys;
import uk.concordat.audit.MerkleLog;
import uk.concordat.audit.SecurityEvent;
import uk.concordat.audit.SecurityLog;
import uk.concordat.audit.Verb;
import uk.concordat.audit.Witness;
import uk.concordat.audit.WitnessRepository;
import uk.concordat.audit.merkle.InclusionProof;
import uk.concordat.audit.note.Checkpoint;
import uk.concordat.audit.note.InvalidNoteException;
import uk.concordat.audit.note.NoteVerifier;

/**
 * Checks entries against the tree for people who do not run a verifier of their own. Each check
 * goes to the security log, so that checking the ledger does not feed it.
 */
@ApplicationScoped
public class EntryProofService {
  @Inject MerkleLog log;
  @Inject LedgerKeys keys;
  @Inject HeadRepository heads;
  @Inject WitnessRepository witnesses;
  @Inject SecurityLog security;

  /**
   * Checks an entry that the caller has read.
   *
   * @return empty for the second or two until it has its place in the tree
   */
  @Transactional
  @Requires(Action.SESSION_READ)
  public Optional<EntryProof> prove(TrailEntry entry) {
    Optional<Head> since = entry.leaf() == null ? Optional.empty() : heads.first(entry.leaf());
    return since.flatMap(first -> log.checkpoint().map(note -> prove(entry, first, note)));
  }

  /** The newest state of the ledger; empty while it is. */
  @Transactional
  @Requires(Action.SESSION_READ)
  public Optional<Head> newest() {
    security.append(SecurityEvent.CHECKPOINT_READ, "head");
    return heads.newest();
  }

  /** Who checks the ledger from outside, and how far each has come. */
  @Transactional
  @Requires(Action.SESSION_READ)
  public List<Witness> witnesses() {
    security.append(SecurityEvent.CHECKPOINT_READ, "witnesses");
    return witnesses.all();
  }

  /** The note is read once, and everything is held against it: the tree grows meanwhile. */
  private EntryProof prove(TrailEntry entry, Head since, String note) {
    Optional<Checkpoint> signed = signed(note);
    Head newest = signed.flatMap(head -> heads.of(head.size())).orElse(since);
    InclusionProof path = log.inclusion(entry.leaf(), newest.size());
    security.append(SecurityEvent.PROOF_READ, entry.leaf() + "/" + newest.size());
    return new EntryProof(
        isLeaf(entry, path) && signed.filter(head -> path.verify(head.root())).isPresent(),
        path,
        since,
        newest,
        note,
        heads.witnesses(entry.leaf()));
  }

  private static boolean isLeaf(TrailEntry entry, InclusionProof path) {
    var leaf =
        new Leaf(entry.at(), Verb.valueOf(entry.verb()), entry.permitted(), entry.commitment());
    return Arrays.equals(leaf.hash(), path.leafHash());
  }

  private Optional<Checkpoint> signed(String note) {
    try {
      return Optional.of(
          Checkpoint.open(note, keys.verifierKeys().stream().map(NoteVerifier::parse).toList()));
    } catch (InvalidNoteException unsigned) {
      return Optional.empty();
    }
  }
}
