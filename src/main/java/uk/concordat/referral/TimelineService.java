package uk.concordat.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import uk.concordat.access.Access;
import uk.concordat.access.Action;
import uk.concordat.access.DataClass;
import uk.concordat.access.RecordFacts;
import uk.concordat.access.Requires;
import uk.concordat.audit.Entry;
import uk.concordat.audit.Ledger;
import uk.concordat.audit.Verb;

/** What happened to a referral: moves, questions, shares, contacts and outcomes in one order. */
@ApplicationScoped
public class TimelineService {
  @Inject ReferralService service;
  @Inject ReferralGate gate;
  @Inject Timeline timeline;
  @Inject Ledger ledger;

  /**
   * A page of it, each entry only for those who see the classes that it shows.
   *
   * @throws uk.concordat.kernel.NotFound where the caller may not see the record
   */
  @Transactional
  @Requires(Action.SESSION_READ)
  public TimelineView timeline(String reference, TimelineSpan span) {
    Referral referral = service.visible(reference, Action.REFERRAL_READ);
    RecordFacts facts = gate.facts(referral.header());
    Access access = gate.access(facts);
    List<TimelineEntry> found = timeline.entries(referral, access, span.andOneMore());
    boolean more = found.size() > span.limit();
    List<TimelineEntry> entries = more ? found.subList(0, span.limit()) : found;
    Set<DataClass> shown = shown(entries);
    Entry entry =
        Entry.of(
            Verb.CONSULT, Action.REFERRAL_READ.code(), referral.id(), referral.version(), shown);
    Set<String> agreements = gate.agreements(facts, access, shown);
    Footing footing = referral.matter().footing();
    ledger.append(
        agreements.isEmpty()
            ? entry
            : entry.under(agreements, footing.purpose(), footing.lawfulBasis()));
    Set<DataClass> own = EnumSet.noneOf(DataClass.class);
    entries.forEach(one -> own.addAll(one.own()));
    if (!own.isEmpty()) { // under an action of its own, which the sender's trail leaves out
      ledger.append(
          Entry.of(
              Verb.CONSULT, Action.CASEWORK_READ.code(), referral.id(), referral.version(), own));
    }
    TimelineEntry last = more ? entries.get(span.limit() - 1) : null;
    return new TimelineView(
        referral.reference(),
        referral.route().toAgency(),
        entries,
        last == null ? null : TimelineCursor.of(last));
  }

  private static Set<DataClass> shown(List<TimelineEntry> entries) {
    Set<DataClass> shown = EnumSet.of(DataClass.D1);
    entries.forEach(entry -> shown.addAll(entry.classes()));
    return shown;
  }
}
