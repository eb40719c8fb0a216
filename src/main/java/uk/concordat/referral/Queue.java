package uk.concordat.referral;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The queues that somebody works through: each is one predicate over the rows of their lists, and
 * read by a walk along an index that begins with the viewer and ends with the queue's own order.
 * What a caller does not see is in none of them, because there is no row.
 *
 * <p>Whose turn it is, is stored with the row, seen from the viewer's side: what came to their
 * agency is theirs to act on unless it waits for an answer or is on hold; what their agency sent is
 * the other one's to act on unless that asked a question. Drafts, what somebody was only given
 * sight of, and what has ended are nobody's turn.
 *
 * <p>Roles whose sight ends at their own referrals (NHS practitioners, third-party reporters) find
 * in each queue what is theirs; prosecutors, beyond that, what came to their unit; roles that read
 * no referral have no queue.
 */
public enum Queue {
  /** What the caller works on, and what they sent, while it is open. */
  MINE("Mine", "l.turn is not null and l.holder = caller_subject()", "true", ListQuery.Sort.DUE),
  /** What arrived at a team of the caller's, and what that team sent, while it is open. */
  TEAM("My team’s", "l.turn is not null and l.team = t.team", "true", ListQuery.Sort.DUE),
  /** What came to the caller's agency and nobody there works on yet, while it is open. */
  UNASSIGNED(
      "Unassigned",
      "l.turn is not null and l.holder = '00000000-0000-0000-0000-000000000000'",
      "true",
      ListQuery.Sort.DUE),
  /** What is the caller's side's turn, and is late or due by the end of the day in London. */
  DUE("Due", "l.turn = 'OURS'", "l.due_at < end_of_day()", ListQuery.Sort.DUE),
  /** What the other side has to act on, and what rests here until an answer or a review. */
  WAITING("Waiting on others", "l.turn = 'THEIRS'", "true", ListQuery.Sort.DUE),
  /** What changed within seven days, ended or not, and was not a draft. */
  CHANGED(
      "Recently changed",
      "l.state <> 'DRAFT'",
      "l.changed_at >= now() - interval '7 days'",
      ListQuery.Sort.CHANGED);

  private final String label;
  private final String belongs;
  private final String reach;
  private final ListQuery.Sort sort;

  Queue(String label, String belongs, String reach, ListQuery.Sort sort) {
    this.label = label;
    this.belongs = belongs;
    this.reach = reach;
    this.sort = sort;
  }

  /** The words for it in the portal. */
  public String label() {
    return label;
  }

  /** The name in the API, for example {@code waiting}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The queue of that constant's name; empty where there is none. */
  public static Optional<Queue> find(String name) {
    return Arrays.stream(values()).filter(one -> one.name().equals(name)).findFirst();
  }

  /** What of row {@code l} makes it belong; {@code t.team} is each of the caller's teams. */
  String belongs() {
    return belongs;
  }

  /** How far its order is followed: what comes later in it does not belong. */
  String reach() {
    return reach;
  }

  /** Its one order: that of the index it is read by. */
  public ListQuery.Sort sort() {
    return sort;
  }

  /** What else a row is asked for: the caller's teams, where it is about them. */
  String source() {
    return this == TEAM ? "cross join unnest(caller_teams()) t(team)" : "";
  }
}
