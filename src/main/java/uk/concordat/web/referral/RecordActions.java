package uk.concordat.web.referral;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import uk.concordat.access.Access;
import uk.concordat.access.Action;
import uk.concordat.referral.Move;
import uk.concordat.referral.ReferralState;
import uk.concordat.referral.ReferralView;

/**
 * "What can I do here", in words: from the gate's answer, by which the services decide too.
 *
 * @param now what has a page at this stage
 * @param other what else the caller's role has on this record: it comes at another stage, or has no
 *     page
 */
public record RecordActions(List<Link> now, List<Action> other) {

  /** Something to do, and where. */
  public record Link(String label, String href) {}

  /** What the reader of a referral can do with it. */
  static RecordActions of(ReferralView referral) {
    List<Link> now = new ArrayList<>();
    Set<Action> linked = EnumSet.noneOf(Action.class);
    for (Move move : referral.moves()) {
      linked.addAll(move.mover().actions());
      MoveLink offer = MoveLink.of(move, referral.reference());
      now.add(new Link(offer.offer(), offer.href()));
    }
    if (referral.logsContacts()) {
      now.add(link(referral.reference(), "Log a contact with the person harmed", "contact"));
    }
    now.addAll(sight(referral.reference(), referral.restricted(), referral.access()));
    if (referral.access().permits(Action.ACCESS_DECIDE)) {
      now.add(new Link("Decide on requests for access", "/access/requests.xhtml"));
    }
    if (referral.state() != ReferralState.DRAFT) {
      now.add(link(referral.reference(), "See what was amended", "versions"));
    }
    if (referral.access().permits(Action.EXPORT_CASE)) {
      now.add(link(referral.reference(), "Take it out as a PDF", "paper"));
    }
    linked.addAll(
        Set.of(
            Action.RESTRICTED_FLAG,
            Action.EXCLUSION_MANAGE,
            Action.ACCESS_DECIDE,
            Action.EXPORT_CASE));
    return new RecordActions(
        now,
        referral.access().actions().stream()
            .filter(action -> !linked.contains(action))
            .sorted()
            .toList());
  }

  /** What changes who sees it. */
  static List<Link> sight(String reference, boolean restricted, Access access) {
    List<Link> links = new ArrayList<>();
    if (access.permits(Action.RESTRICTED_FLAG)) {
      String label = restricted ? "Change or lift the restriction" : "Restrict it to named people";
      links.add(link(reference, label, "restrict"));
    }
    if (access.permits(Action.EXCLUSION_MANAGE)) {
      links.add(link(reference, "Exclude a colleague", "exclusions"));
    }
    if (access.reads()) {
      links.add(link(reference, "Say that you know somebody in it", "declare"));
    }
    return links;
  }

  private static Link link(String reference, String label, String page) {
    return new Link(label, "/referral/" + page + ".xhtml?ref=" + reference);
  }
}
