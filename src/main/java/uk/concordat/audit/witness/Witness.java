package uk.concordat.audit.witness;

import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import uk.concordat.audit.note.Checkpoint;
import uk.concordat.audit.note.Cosigner;
import uk.concordat.audit.note.InvalidNoteException;
import uk.concordat.audit.note.NoteVerifier;
import uk.concordat.audit.note.SignedNote;

/**
 * Compares what the log shows today with what it showed before, and says so under its own key only
 * when the one is the beginning of the other.
 */
final class Witness {
  private final Log log;
  private final List<NoteVerifier> keys;
  private final Cosigner cosigner;
  private final StateFile state;
  private final Clock clock;

  Witness(Log log, List<NoteVerifier> keys, Cosigner cosigner, StateFile state, Clock clock) {
    this.log = log;
    this.keys = keys;
    this.cosigner = cosigner;
    this.state = state;
    this.clock = clock;
  }

  /**
   * Looks once.
   *
   * @return what the log has now, which fits
   * @throws InconsistentException where it does not fit; the state is as it was and the evidence
   *     beside it
   * @throws IOException where nothing can be said
   */
  Checkpoint look() throws IOException {
    Optional<String> known = state.read();
    String shown = log.checkpoint();
    Checkpoint checkpoint;
    try {
      checkpoint = signed(shown);
      if (known.isPresent()) {
        compare(Checkpoint.open(known.get(), keys), checkpoint);
      }
    } catch (InconsistentException refused) {
      Path folder = state.keepEvidence(known, shown, clock.instant());
      throw new InconsistentException(
          "%s. What the log showed is kept in %s".formatted(refused.getMessage(), folder));
    }
    // Remembered first: what was cosigned is never forgotten.
    state.write(shown);
    log.witness(cosigner.cosign(SignedNote.parse(shown), clock.instant()).toString());
    return checkpoint;
  }

  private Checkpoint signed(String shown) {
    try {
      return Checkpoint.open(shown, keys);
    } catch (InvalidNoteException unsigned) {
      throw new InconsistentException(
          "The log shows what its key has not signed: " + unsigned.getMessage());
    }
  }

  private void compare(Checkpoint earlier, Checkpoint later) throws IOException {
    if (!later.origin().equals(earlier.origin())) {
      throw new InconsistentException("This is another log: " + later.origin());
    }
    if (later.size() < earlier.size()) {
      throw new InconsistentException(
          "The log has shrunk from %d entries to %d: it was rolled back or cut"
              .formatted(earlier.size(), later.size()));
    }
    if (later.size() == earlier.size()) {
      if (!MessageDigest.isEqual(later.root(), earlier.root())) {
        throw new InconsistentException(
            "The log has two histories of %d entries: it was forked".formatted(later.size()));
      }
      return;
    }
    if (!log.consistency(earlier.size(), later.size()).verify(earlier.root(), later.root())) {
      throw new InconsistentException(
          "The %d entries of before are not the first of the %d of now: history was rewritten"
              .formatted(earlier.size(), later.size()));
    }
  }
}
