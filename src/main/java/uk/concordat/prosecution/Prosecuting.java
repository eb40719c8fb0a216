package uk.concordat.prosecution;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import uk.concordat.access.Action;
import uk.concordat.access.DataClass;
import uk.concordat.audit.Change;
import uk.concordat.audit.Entry;
import uk.concordat.audit.Ledger;
import uk.concordat.audit.Refusals;
import uk.concordat.audit.Verb;
import uk.concordat.caller.Caller;
import uk.concordat.caller.CurrentCaller;
import uk.concordat.kernel.NotFound;
import uk.concordat.kernel.StaleVersion;
import uk.concordat.referral.FileReferral;
import uk.concordat.referral.GuardRefused;
import uk.concordat.referral.ProsecutionGate;

/** The stairs that every use case of this room takes: the gate before it, the ledger after it. */
@ApplicationScoped
class Prosecuting {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  @Inject ProsecutionGate gate;
  @Inject ReviewGate reviews;
  @Inject FileViews views;
  @Inject Ledger ledger;
  @Inject Refusals refusals;
  @Inject CurrentCaller current;
  @Inject Clock clock;

  FileReferral read(String reference, Action action) {
    return gate.read(reference, action);
  }

  /** Those of some referrals that the caller may read, by their identity. */
  Map<UUID, FileReferral> readable(Collection<UUID> ids) {
    return gate.readable(ids);
  }

  /** Says in the ledger which files a list showed, and which classes of them. */
  void listed(List<UUID> referrals, Collection<DataClass> classes) {
    ledger.append(Entry.listed(Action.PROSECUTION_READ.code(), referrals, classes));
  }

  /** The referral and its file as the caller saw them, held until the transaction ends. */
  Ready ready(String reference, String version, Action action, Reviewer reviewer) {
    FileReferral referral = gate.read(reference, action);
    if (!reviews.theirs(reviewer, referral)) {
      throw gate.refused(referral, action, "not-permitted");
    }
    views.hold(referral);
    FileView view = views.of(referral);
    if (!view.version().equals(version)) {
      throw new StaleVersion(action.code(), referral.id());
    }
    return new Ready(referral, view);
  }

  /**
   * The referral and its file as they are now, for the prosecutor who reviews it.
   *
   * @throws NotFound where there is no file
   */
  Ready reviewed(String reference) {
    FileReferral referral = gate.read(reference, Action.REVIEW_DECIDE);
    if (!reviews.theirs(Reviewer.PROSECUTOR, referral)) {
      throw gate.refused(referral, Action.REVIEW_DECIDE, "not-permitted");
    }
    Ready ready = new Ready(referral, views.of(referral));
    if (ready.file() == null) {
      throw new NotFound();
    }
    return ready;
  }

  /** Says in the ledger that the caller read or kept something of their review, and not what. */
  void noted(FileReferral referral, Verb verb, Collection<DataClass> classes) {
    ledger.append(
        Entry.of(verb, Action.REVIEW_DECIDE.code(), referral.id(), referral.version(), classes));
  }

  /** The same for whoever writes the file, as long as it lies with the police. */
  Ready written(String reference, String version) {
    Ready ready = ready(reference, version, Action.FILE_PREPARE, Reviewer.POLICE);
    if (ready.file() == null) {
      throw new NotFound();
    }
    writable(ready, Action.FILE_PREPARE);
    return ready;
  }

  /** Refuses to ask the police for something that no agreement lets them read. */
  void answerable(Ready ready, Action action) {
    gate.answerable(ready.referral(), action);
  }

  /** The same referral and file, after something in it was changed. */
  Ready again(Ready ready) {
    return new Ready(ready.referral(), views.of(ready.referral()));
  }

  /** Refuses what does not lie with the police. */
  void writable(Ready ready, Action action) {
    if (!ready.file().withPolice()) {
      throw impossible(ready, action);
    }
  }

  /** The refusal of what is somebody else's to do, once it is in the ledger. */
  GuardRefused notPermitted(FileReferral referral, Action action) {
    return gate.refused(referral, action, "not-permitted");
  }

  /** The refusal, once it is in the ledger. */
  ImpossibleReview impossible(Ready ready, Action action) {
    refusals.record(action.code(), "impossible-move", ready.referral().id());
    return new ImpossibleReview(ready.view().moves());
  }

  /** A referral and its file, which nobody else changes now. */
  record Ready(FileReferral referral, FileView view) {
    Prosecution file() {
      return view.file();
    }
  }

  /** What the caller sees of it now, which is in the ledger. */
  FileView consulted(FileReferral referral) {
    FileView view = views.of(referral);
    Set<DataClass> shown = FileViews.classes(view, referral);
    Action action = view.file() == null ? Action.REFERRAL_READ : Action.PROSECUTION_READ;
    ledger.append(Entry.of(Verb.CONSULT, action.code(), referral.id(), referral.version(), shown));
    return view;
  }

  /** Says in the ledger what was changed, of the first of these classes. */
  void append(
      FileReferral referral, Verb verb, Action action, Collection<DataClass> classes, Change said) {
    ledger.append(entry(referral, verb, action, classes, said));
  }

  /** The same of what the police are told by it: a disclosure, as far as an agreement covers it. */
  void tell(FileReferral referral, Action action, Change said) {
    ledger.append(
        gate.told(referral, entry(referral, Verb.ALTER, action, List.of(DataClass.D16), said)));
  }

  private static Entry entry(
      FileReferral referral, Verb verb, Action action, Collection<DataClass> classes, Change said) {
    Set<DataClass> all = EnumSet.copyOf(classes);
    return Entry.of(verb, action.code(), referral.id(), referral.version(), all)
        .changing(all.iterator().next().name(), said);
  }

  Caller caller() {
    return current.get();
  }

  Instant now() {
    return clock.instant();
  }

  /** Today in London. */
  LocalDate today() {
    return LocalDate.now(clock.withZone(LONDON));
  }
}
