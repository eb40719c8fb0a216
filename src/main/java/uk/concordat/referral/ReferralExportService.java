package uk.concordat.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import uk.concordat.access.Access;
import uk.concordat.access.Action;
import uk.concordat.access.DataClass;
import uk.concordat.access.RecordFacts;
import uk.concordat.access.Requires;
import uk.concordat.access.StepUp;
import uk.concordat.audit.Entry;
import uk.concordat.audit.Ledger;
import uk.concordat.audit.Verb;
import uk.concordat.caller.CurrentCaller;
import uk.concordat.codelist.CodeListRepository;
import uk.concordat.document.Document;
import uk.concordat.kernel.InvalidInput;
import uk.concordat.kernel.Reference;

/**
 * Takes a referral out of the product, on paper or as a file (domain.md 4.7 and 7.3: a disclosure,
 * with a second factor). Nothing goes that its reader could not read on the page.
 */
@ApplicationScoped
public class ReferralExportService {
  /** How much of a timeline goes with a record. */
  public static final int MOST_ENTRIES = 500;

  private static final int PAGE = 500;

  private static final String USES = "export-use";

  /** The use that lets nothing out of the agency. */
  private static final String OWN_FILE = "OWN_FILE";

  @Inject ReferralRepository referrals;
  @Inject PermittedReferral permitted;
  @Inject ReferralGate gate;
  @Inject Projection projection;
  @Inject Timeline timeline;
  @Inject DocumentService reading;
  @Inject CodeListRepository codeLists;
  @Inject StepUp stepUp;
  @Inject Ledger ledger;
  @Inject CurrentCaller current;
  @Inject Clock clock;

  /**
   * Answers whether the caller may export it, before anybody is asked what for.
   *
   * @return its reference
   * @throws uk.concordat.kernel.NotFound where the caller does not know of it
   * @throws GuardRefused where the export is not theirs to make
   */
  @Transactional
  @Requires(Action.EXPORT_CASE)
  public String ask(String reference) {
    return exportable(reference).reference();
  }

  /**
   * Takes it out. The entry in the ledger stands before anything is written.
   *
   * @param use what for, as a code of the list {@code export-use}
   * @param documents whether what the sender attached goes with it, as far as the caller sees it:
   *     each was gone through then, and one that is not as it was attached lets nothing out
   * @throws uk.concordat.kernel.NotFound where the caller does not know of it
   * @throws GuardRefused where the export is not theirs to make
   * @throws uk.concordat.access.StepUpNeeded where the caller has not just proved who they are
   * @throws InvalidInput where the use is none
   */
  @Transactional
  @Requires(Action.EXPORT_CASE)
  public ReferralExport export(String reference, String use, boolean documents) {
    Referral referral = exportable(reference);
    if (use == null || !codeLists.today().has(USES, use)) {
      throw new InvalidInput("use", use == null ? "required" : "unknown");
    }
    stepUp.require(Action.EXPORT_CASE);
    ReferralView view = projection.view(referral, current.get());
    RecordFacts facts = gate.facts(referral.header());
    Access access = gate.access(facts);
    List<TimelineEntry> leaving = leaving(referral, access);
    boolean more = leaving.size() > MOST_ENTRIES;
    List<TimelineEntry> entries = more ? leaving.subList(0, MOST_ENTRIES) : leaving;
    List<Document> attached = documents ? reading.leaving(referral) : List.of();
    Set<DataClass> shown = shown(view, entries);
    attached.forEach(document -> shown.add(document.dataClass()));
    Entry entry =
        Entry.of(Verb.CONSULT, Action.EXPORT_CASE.code(), view.id(), referral.version(), shown)
            .forUse(use);
    ledger.append(
        use.equals(OWN_FILE)
            ? entry
            : entry.disclosedTo(
                use, gate.agreements(facts, access, shown), use, view.footing().lawfulBasis()));
    return new ReferralExport(
        view, entries, more, attached, clock.instant(), current.get().displayName());
  }

  /**
   * The oldest that go, with one more where there are more. What the force keeps of its own work
   * stays with it, and takes no place from what goes.
   */
  private List<TimelineEntry> leaving(Referral referral, Access access) {
    List<TimelineEntry> leaving = new ArrayList<>();
    TimelineCursor place = null;
    List<TimelineEntry> page;
    do {
      page = timeline.entries(referral, access, new TimelineSpan(true, place, PAGE));
      page.stream().filter(entry -> entry.own().isEmpty()).forEach(leaving::add);
      place = page.isEmpty() ? null : TimelineCursor.of(page.get(page.size() - 1));
    } while (page.size() == PAGE && leaving.size() <= MOST_ENTRIES);
    return leaving.stream().limit(MOST_ENTRIES + 1L).toList();
  }

  private Referral exportable(String reference) {
    ReferralHeader header = permitted.find(reference, Action.EXPORT_CASE);
    return Reference.parse(header.reference())
        .flatMap(referrals::find)
        .filter(referral -> gate.access(referral).reads())
        .orElseThrow(() -> permitted.refused(header.participation().record(), Action.EXPORT_CASE));
  }

  private static Set<DataClass> shown(ReferralView view, List<TimelineEntry> entries) {
    Set<DataClass> shown = EnumSet.copyOf(view.shown());
    entries.forEach(entry -> shown.addAll(entry.classes()));
    return shown;
  }
}
