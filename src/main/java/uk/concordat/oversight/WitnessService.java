package uk.concordat.oversight;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import uk.concordat.access.Action;
import uk.concordat.access.Requires;
import uk.concordat.agency.AgencyRepository;
import uk.concordat.audit.MerkleLog;
import uk.concordat.audit.Refusals;
import uk.concordat.audit.SecurityEvent;
import uk.concordat.audit.SecurityLog;
import uk.concordat.audit.Witness;
import uk.concordat.audit.WitnessRepository;
import uk.concordat.audit.note.Checkpoint;
import uk.concordat.audit.note.InvalidNoteException;
import uk.concordat.audit.note.NoteAlgorithm;
import uk.concordat.audit.note.NoteSignature;
import uk.concordat.audit.note.NoteVerifier;
import uk.concordat.audit.note.SignedNote;
import uk.concordat.caller.CurrentCaller;
import uk.concordat.kernel.InvalidInput;
import uk.concordat.kernel.NotFound;

/**
 * Witnesses: agencies that check on machines of their own that the ledger only grows, and sign what
 * they found under its checkpoints (C2SP tlog-cosignature).
 */
@ApplicationScoped
public class WitnessService {
  private static final String BOARD = "BOARD";

  @Inject WitnessRepository witnesses;
  @Inject MerkleLog log;
  @Inject AgencyRepository agencies;
  @Inject SecurityLog security;
  @Inject CurrentCaller caller;
  @Inject Refusals refusals;

  /** All of them, and how far each has come. */
  @Transactional
  @Requires(Action.SESSION_READ)
  public List<Witness> all() {
    security.append(SecurityEvent.CHECKPOINT_READ, "witnesses");
    return witnesses.all();
  }

  /**
   * Enters a witness of an agency; the board's governance does.
   *
   * @param text its verifier key, for cosignatures
   * @throws NotFound for governance of another agency
   * @throws InvalidInput where there is no such agency, that is no such key, or its name is taken
   */
  @Transactional
  @Requires(Action.AUDIT_EXPORT)
  public void enter(String agency, String text) {
    if (!BOARD.equals(caller.get().agency())) {
      refusals.record(Action.AUDIT_EXPORT.code(), "not-the-board", "witness", null);
      throw new NotFound();
    }
    if (agency == null || agencies.find(agency).isEmpty()) {
      throw new InvalidInput("agency", agency == null ? "required" : "unknown");
    }
    NoteVerifier key = key(text);
    if (!witnesses.add(key.name(), agency, key.text())) {
      throw new InvalidInput("key", "taken");
    }
    security.append(SecurityEvent.WITNESS_ENTERED, key.name());
  }

  /**
   * Takes the cosignature of a witness of the caller's agency.
   *
   * @param note a checkpoint of ours with the cosignature under it
   * @throws InvalidInput where it is no checkpoint of ours, or no witness of the agency signed it
   */
  @Transactional
  @Requires(Action.AUDIT_EXPORT)
  public void cosign(String note) {
    List<NoteVerifier> known = ownKeys();
    try {
      SignedNote signed = SignedNote.parse(note);
      Checkpoint checkpoint = Checkpoint.parse(signed.text());
      if (!log.signed(checkpoint)) {
        throw new InvalidInput("note", "not-ours");
      }
      for (NoteSignature signature : signed.verify(known)) {
        witnesses.keep(checkpoint.size(), signature.name(), signature.time(), signature.line());
        security.append(
            SecurityEvent.CHECKPOINT_WITNESSED, signature.name() + " " + checkpoint.size());
      }
    } catch (InvalidNoteException unusable) {
      throw new InvalidInput("note", "invalid");
    }
  }

  private List<NoteVerifier> ownKeys() {
    return witnesses.all().stream()
        .filter(witness -> witness.agency().equals(caller.get().agency()))
        .map(witness -> NoteVerifier.parse(witness.key()))
        .toList();
  }

  private static NoteVerifier key(String text) {
    if (text == null) {
      throw new InvalidInput("key", "required");
    }
    try {
      NoteVerifier key = NoteVerifier.parse(text);
      if (key.algorithm() == NoteAlgorithm.COSIGNATURE) {
        return key;
      }
    } catch (InvalidNoteException noKey) {
      // told below
    }
    throw new InvalidInput("key", "invalid");
  }
}
