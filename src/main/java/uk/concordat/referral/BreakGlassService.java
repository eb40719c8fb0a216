package uk.concordat.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import uk.concordat.access.Action;
import uk.concordat.access.DataClass;
import uk.concordat.access.Glass;
import uk.concordat.access.GlassRepository;
import uk.concordat.access.NoticeRepository;
import uk.concordat.access.Permissions;
import uk.concordat.access.Refused;
import uk.concordat.access.Requires;
import uk.concordat.access.Shown;
import uk.concordat.access.StepUp;
import uk.concordat.audit.Entry;
import uk.concordat.audit.Ledger;
import uk.concordat.audit.Refusals;
import uk.concordat.caller.CurrentCaller;
import uk.concordat.codelist.CodeListRepository;
import uk.concordat.kernel.NotFound;
import uk.concordat.kernel.Reference;

/**
 * The emergency way to a record: at once, for four hours, for named classes, and looked at by
 * governance afterwards. Never for a draft, a restricted record, an excluded caller, or the classes
 * that {@link DataClass#beyondBreakGlass} names.
 */
@ApplicationScoped
public class BreakGlassService {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final LocalTime CLOSE = LocalTime.of(17, 0);
  private static final int SHORTEST_REASON = 30;

  @Inject GlassRepository glasses;
  @Inject NoticeRepository notices;
  @Inject CodeListRepository codeLists;
  @Inject Permissions permissions;
  @Inject StepUp stepUp;
  @Inject Ledger ledger;
  @Inject Refusals refusals;
  @Inject CurrentCaller current;
  @Inject Clock clock;

  /**
   * Opens a record.
   *
   * @param reason code of list {@code break-glass-reason}
   * @param text at least 30 characters
   * @return empty where nothing was opened: there is no such record, or it opens to nobody this
   *     way; which of them is not said. That the attempt was made is kept.
   * @throws uk.concordat.access.StepUpNeeded without a fresh second factor
   * @throws GuardRefused {@code stopped} after five wrong references within an hour
   */
  @Transactional
  @Requires(Action.BREAKGLASS_USE)
  public Optional<Glass> open(
      String reference, Collection<DataClass> classes, String reason, String text) {
    onlyThoseWhoLead();
    stepUp.require(Action.BREAKGLASS_USE);
    Reference typed = check(reference, classes, reason, text);
    if (glasses.stopped()) {
      throw refused(Action.BREAKGLASS_USE, "stopped");
    }
    Optional<Glass> glass =
        glasses
            .open(typed.text(), classes, reason, text.strip(), reviewDue())
            .flatMap(glasses::find);
    if (glass.isEmpty()) {
      refusals.record(Action.BREAKGLASS_USE.code(), "not-opened", null);
    } else {
      record(Action.BREAKGLASS_USE, glass.get(), Set.of(DataClass.D1));
    }
    return glass;
  }

  /**
   * What can be asked for in an emergency, in the order of the classes; the header always comes
   * with it.
   *
   * @throws Refused where the caller may not break the glass at all
   */
  @Transactional
  @Requires(Action.BREAKGLASS_USE)
  public List<DataClass> choices() {
    onlyThoseWhoLead();
    return DataClass.ofRecord().stream()
        .filter(one -> one != DataClass.D1 && !one.beyondBreakGlass())
        .toList();
  }

  /** Ends the caller's own emergency before its time. */
  @Transactional
  @Requires(Action.BREAKGLASS_USE)
  public Glass close(UUID id) {
    Glass glass = find(id, Action.BREAKGLASS_USE);
    if (!glasses.close(id)) {
      throw refused(Action.BREAKGLASS_USE, "closed-already");
    }
    record(Action.BREAKGLASS_USE, glass, Set.of(DataClass.D1));
    return find(id, Action.BREAKGLASS_USE);
  }

  /** The caller's own emergencies. */
  @Transactional
  @Requires(Action.BREAKGLASS_USE)
  public List<Glass> own() {
    return listed(Action.BREAKGLASS_USE).stream().filter(Glass::mine).toList();
  }

  /** One of the caller's own; what they were told about it counts as seen. */
  @Transactional
  @Requires(Action.BREAKGLASS_USE)
  public Glass own(UUID id) {
    Glass glass = find(id, Action.BREAKGLASS_USE);
    notices.seenAbout(id);
    record(Action.BREAKGLASS_USE, glass, Set.of(DataClass.D1));
    return glass;
  }

  /**
   * The caller's own that open a record now, for the reminder on every page. Nothing of a record is
   * shown, so the ledger has nothing to say of it.
   */
  @Transactional
  @Requires(Action.BREAKGLASS_USE)
  public List<Glass> openNow() {
    return glasses.openNow();
  }

  /**
   * One that the caller's agency looks at: reason, classes and duration, never the content. What
   * they were told about it counts as seen.
   */
  @Transactional
  @Requires(Action.BREAKGLASS_REVIEW)
  public Glass toReview(UUID id) {
    notices.escalate();
    Glass glass = find(id, Action.BREAKGLASS_REVIEW);
    notices.seenAbout(id);
    record(Action.BREAKGLASS_REVIEW, glass, Set.of(DataClass.D17));
    return glass;
  }

  /** The emergencies that the caller's agency looks at, those that wait first. */
  @Transactional
  @Requires(Action.BREAKGLASS_REVIEW)
  public List<Glass> toReview() {
    notices.escalate();
    return listed(Action.BREAKGLASS_REVIEW);
  }

  /** What was shown in an emergency: when, what was done and which classes, never the content. */
  @Transactional
  @Requires(Action.BREAKGLASS_REVIEW)
  public List<Shown> shown(UUID id) {
    Glass glass = find(id, Action.BREAKGLASS_REVIEW);
    record(Action.BREAKGLASS_REVIEW, glass, Set.of(DataClass.D17));
    return glasses.shown(id);
  }

  /**
   * Notes what governance made of it.
   *
   * @param verdict JUSTIFIED, QUERY or MISUSE
   */
  @Transactional
  @Requires(Action.BREAKGLASS_REVIEW)
  public Glass review(UUID id, String verdict, String text) {
    Glass glass = find(id, Action.BREAKGLASS_REVIEW);
    var findings = new Findings();
    findings.add(
        verdict == null || !Set.of("JUSTIFIED", "QUERY", "MISUSE").contains(verdict),
        "verdict",
        verdict == null ? "required" : "unknown");
    findings.required(text, "text");
    findings.typed(2_000, text, "text");
    findings.throwIfAny();
    if (glass.mine() || !glasses.review(id, verdict, text)) {
      throw refused(Action.BREAKGLASS_REVIEW, "reviewed-already");
    }
    glasses.tellReviewed(id);
    record(Action.BREAKGLASS_REVIEW, glass, Set.of(DataClass.D17));
    return find(id, Action.BREAKGLASS_REVIEW);
  }

  private void onlyThoseWhoLead() {
    if (!permissions.reaches(current.get(), Action.BREAKGLASS_USE)) {
      refusals.record(Action.BREAKGLASS_USE.code(), "leads-no-team", null);
      throw new Refused(Action.BREAKGLASS_USE);
    }
  }

  private Reference check(
      String reference, Collection<DataClass> classes, String reason, String text) {
    var findings = new Findings();
    Reference typed = Reference.parse(reference == null ? "" : reference).orElse(null);
    findings.required(reference, "reference");
    findings.add(
        typed == null && reference != null && !reference.isBlank(), "reference", "invalid");
    findings.add(classes.isEmpty(), "dataClasses", "required");
    findings.add(
        classes.stream().anyMatch(DataClass::beyondBreakGlass), "dataClasses", "never-this-way");
    findings.required(reason, "reason");
    findings.add(
        reason != null && !codeLists.today().has("break-glass-reason", reason),
        "reason",
        "unknown");
    findings.required(text, "text");
    findings.add(
        text != null && !text.isBlank() && text.strip().length() < SHORTEST_REASON,
        "text",
        "too-short");
    findings.typed(2_000, text, "text");
    findings.throwIfAny();
    return typed;
  }

  /** The refusal, once it is in the ledger. */
  private GuardRefused refused(Action action, String code) {
    refusals.record(action.code(), code, null);
    return new GuardRefused(code);
  }

  private List<Glass> listed(Action action) {
    List<Glass> all = glasses.all();
    ledger.append(
        Entry.listed(
            action.code(), all.stream().map(Glass::record).toList(), Set.of(DataClass.D1)));
    return all;
  }

  /** What is opened is not seen yet: its reading has entries of its own. */
  private void record(Action action, Glass glass, Collection<DataClass> classes) {
    ledger.append(Entry.listed(action.code(), List.of(glass.record()), classes));
  }

  private Glass find(UUID id, Action action) {
    return glasses
        .find(id)
        .orElseThrow(
            () -> {
              refusals.record(action.code(), "not-visible", null);
              return new NotFound();
            });
  }

  /** When the next working day closes. */
  private Instant reviewDue() {
    LocalDate today = LocalDate.ofInstant(clock.instant(), LONDON);
    LocalDate day = codeLists.workingDays().after(today, 1);
    return day.atTime(CLOSE).atZone(LONDON).toInstant();
  }
}
