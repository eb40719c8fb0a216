package uk.concordat.referral;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import uk.concordat.access.Access;
import uk.concordat.access.Action;
import uk.concordat.access.DataClass;
import uk.concordat.audit.Entry;
import uk.concordat.audit.Verb;
import uk.concordat.kernel.Marking;
import uk.concordat.kernel.Strand;
import uk.concordat.kernel.Urgency;

/**
 * A referral as this caller may see it. A part that is withheld is null.
 *
 * @param version what a change must name; it derives from the versions of what is shown, and so
 *     does the entity tag
 * @param further what stands in the compartments that this caller sees in full
 * @param override who answered for sharing without agreement; null where nobody did or had to, or
 *     where it is withheld
 * @param masked reduced forms of classes that are masked to the caller
 * @param moves the moves that would be taken from this caller now
 * @param forColleague why a colleague has to make one that is theirs otherwise, {@code
 *     own-referral} or {@code own-work}; null where none has to
 * @param outcomeOwed whether there is an outcome of which the person harmed is told first, before
 *     it is closed
 * @param contacts with the person harmed, the latest 100, newest first
 * @param logsContacts whether the caller may log one
 * @param access what the gate answered: per class how much is shown, why, and whom to ask
 * @param answers whether the caller answers for it, so that who has seen it is theirs to know
 * @param restricted whether it is there for named people only
 * @param recalled whether the agency that sent it recalled it, so that nobody else sees it
 * @param shown classes of which the caller was shown something, for the ledger
 * @param agreements under which it reached the caller's agency, for the ledger; empty where it is
 *     their own
 * @param assignee name of whoever works on it, where that is a colleague of the caller
 */
public record ReferralView(
    UUID id,
    String reference,
    String version,
    ReferralType type,
    ReferralState state,
    String from,
    String to,
    Urgency urgency,
    Set<Strand> strands,
    Marking marking,
    Boolean personKnown,
    Footing footing,
    Person person,
    Needs needs,
    Incident incident,
    Further further,
    ConsentOverride override,
    Instant createdAt,
    Instant changedAt,
    Instant submittedAt,
    Clocked clock,
    boolean mine,
    boolean restricted,
    boolean recalled,
    String assignee,
    List<Move> moves,
    String forColleague,
    List<HistoryEvent> history,
    boolean outcomeOwed,
    List<Contact> contacts,
    boolean logsContacts,
    List<InfoRequest> questions,
    List<RelatedReferral> related,
    List<Audience> audiences,
    Map<DataClass, String> masked,
    Access access,
    boolean answers,
    Set<DataClass> shown,
    Set<String> agreements) {

  /**
   * What the ledger is told of whoever was shown it.
   *
   * @param version of the header
   */
  Entry consulted(Action action, long version) {
    Entry entry = Entry.of(Verb.CONSULT, action.code(), id, version, shown);
    return agreements.isEmpty()
        ? entry
        : entry.under(agreements, footing.purpose(), footing.lawfulBasis());
  }

  /** What can be filled in, as it stands; withheld parts are empty. */
  public ReferralContent content() {
    return new ReferralContent(
        to,
        urgency,
        strands,
        incident == null ? Incident.EMPTY : incident,
        person == null ? Person.EMPTY : person,
        needs == null ? Needs.EMPTY : needs,
        further,
        footing);
  }
}
