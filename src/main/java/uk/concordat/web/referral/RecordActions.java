package uk.concordat.web.referral;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import uk.concordat.access.Action;
import uk.concordat.referral.Move;
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
      linked.add(move.action());
      switch (move) {
        case ACKNOWLEDGE -> now.add(link(referral, "Acknowledge it", "acknowledge"));
        case ACCEPT -> now.add(link(referral, "Accept it", "accept"));
        case REJECT -> now.add(link(referral, "Reject it", "reject"));
        case SUBMIT -> now.add(link(referral, "Check it and send it", "draft/check"));
      }
    }
    now.addAll(sight(referral));
    if (referral.access().permits(Action.ACCESS_DECIDE)) {
      now.add(new Link("Decide on requests for access", "/access/requests.xhtml"));
    }
    linked.addAll(Set.of(Action.RESTRICTED_FLAG, Action.EXCLUSION_MANAGE, Action.ACCESS_DECIDE));
    return new RecordActions(
        now,
        referral.access().actions().stream()
            .filter(action -> !linked.contains(action))
            .sorted()
            .toList());
  }

  /** What changes who sees it. */
  static List<Link> sight(ReferralView referral) {
    List<Link> links = new ArrayList<>();
    if (referral.access().permits(Action.RESTRICTED_FLAG)) {
      String label =
          referral.restricted() ? "Change or lift the restriction" : "Restrict it to named people";
      links.add(link(referral, label, "restrict"));
    }
    if (referral.access().permits(Action.EXCLUSION_MANAGE)) {
      links.add(link(referral, "Exclude a colleague", "exclusions"));
    }
    links.add(link(referral, "Say that you know somebody in it", "declare"));
    return links;
  }

  private static Link link(ReferralView referral, String label, String page) {
    return new Link(label, "/referral/" + page + ".xhtml?ref=" + referral.reference());
  }
}
