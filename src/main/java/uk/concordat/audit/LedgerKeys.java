package uk.concordat.audit;

import java.util.List;
import java.util.stream.Stream;
import uk.concordat.audit.note.Checkpoint;
import uk.concordat.audit.note.NoteSigner;
import uk.concordat.audit.note.NoteVerifier;

/**
 * The key that signs the ledger, and those that did before it.
 *
 * @param signer signs now; its name is the origin of the log, which a change of the key keeps
 * @param retired what checkpoints of earlier days are checked with, the newest first
 */
public record LedgerKeys(NoteSigner signer, List<NoteVerifier> retired) {

  /** The name of the log in all its checkpoints. */
  public String origin() {
    return signer.name();
  }

  /** All verifier keys, the present one first. */
  public List<String> verifierKeys() {
    return Stream.concat(Stream.of(signer.verifier()), retired.stream())
        .map(NoteVerifier::toString)
        .toList();
  }

  String sign(Checkpoint checkpoint) {
    return signer.sign(checkpoint.text());
  }
}
