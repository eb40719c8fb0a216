package uk.concordat.prosecution;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import uk.concordat.access.Action;
import uk.concordat.access.DataClass;
import uk.concordat.audit.Change;
import uk.concordat.audit.Entry;
import uk.concordat.audit.Ledger;
import uk.concordat.audit.Verb;
import uk.concordat.kernel.NotFound;
import uk.concordat.kernel.StaleVersion;
import uk.concordat.referral.FileReferral;
import uk.concordat.referral.GuardRefused;
import uk.concordat.referral.ProsecutionGate;

/** What the room of the court asks of a file: to read it, to hold it, to move its review on. */
@ApplicationScoped
public class ProsecutedFiles {
  @Inject Prosecuting prosecuting;
  @Inject FileViews views;
  @Inject ReviewSteps steps;
  @Inject OffenceRepository offences;
  @Inject ReviewGate reviewers;
  @Inject ProsecutionGate gate;
  @Inject Ledger ledger;

  /** A referral and its file, as the caller sees it. */
  public record Seen(FileReferral referral, FileView view) {
    /** The file; null where there is none, or none that the caller sees. */
    public Prosecution file() {
      return view.file();
    }
  }

  /**
   * A file as the caller sees it.
   *
   * @throws NotFound where the caller may not read the referral, or it goes to no prosecutors
   */
  public Seen read(String reference) {
    FileReferral referral = prosecuting.read(reference, Action.PROSECUTION_READ);
    return new Seen(referral, views.of(referral));
  }

  /**
   * The same for whoever reviews it, held until the transaction ends.
   *
   * @throws GuardRefused {@code not-permitted} where it is not theirs
   * @throws NotFound where there is no file
   */
  public Seen held(String reference, Action action) {
    FileReferral referral = prosecuting.read(reference, action);
    if (!reviewers.theirs(Reviewer.PROSECUTOR, referral)) {
      throw gate.refused(referral, action, "not-permitted");
    }
    views.hold(referral);
    var seen = new Seen(referral, views.of(referral));
    if (seen.file() == null) {
      throw new NotFound();
    }
    return seen;
  }

  /** Whether the caller reviews it now. */
  public boolean reviews(Seen seen) {
    return seen.file() != null && reviewers.theirs(Reviewer.PROSECUTOR, seen.referral());
  }

  /**
   * Moves the review of somebody on.
   *
   * @throws ImpossibleReview where the review of them does not stand where the move leaves from
   */
  public void move(Seen seen, ReviewMove move, UUID defendant) {
    steps.one(new Prosecuting.Ready(seen.referral(), seen.view()), move, defendant);
  }

  /** The refusal of what cannot be done where they stand, once it is in the ledger. */
  public ImpossibleReview impossible(Seen seen, Action action) {
    return prosecuting.impossible(new Prosecuting.Ready(seen.referral(), seen.view()), action);
  }

  /** The refusal of what was not done on what stands. */
  public StaleVersion stale(Seen seen, Action action) {
    return new StaleVersion(action.code(), seen.referral().id());
  }

  /** Says in the ledger what the caller recorded, and to the police what an agreement lets back. */
  public void recorded(Seen seen, Verb verb, DataClass dataClass, Change said) {
    Entry entry =
        Entry.of(
                verb,
                Action.OUTCOME_CPS_RECORD.code(),
                seen.referral().id(),
                seen.referral().version(),
                List.of(dataClass))
            .changing(dataClass.name(), said);
    ledger.append(entry);
    gate.told(seen.referral(), entry, dataClass).ifPresent(ledger::append);
  }

  /** By which provisions courts make a sentence heavier, of every period. */
  public Uplifts uplifts() {
    return offences.uplifts();
  }
}
