package uk.concordat.web.referral;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import uk.concordat.referral.ReferralService;
import uk.concordat.referral.ReferralSummary;
import uk.concordat.referral.Work;
import uk.concordat.web.London;
import uk.concordat.web.SignedInBean;

/** What needs the person who is signed in, soonest first. */
@Named
@RequestScoped
public class WorkPage {
  @Inject ReferralService referrals;
  @Inject SignedInBean caller;
  @Inject Clock clock;
  private Work work;
  private Words words;
  private Instant now;

  @PostConstruct
  void read() {
    now = clock.instant();
    words = new Words(caller.getOptions());
    work = caller.isMayReadReferrals() ? referrals.work() : null;
  }

  /** Whether there can be any casework for this role. */
  public boolean isCasework() {
    return work != null;
  }

  /** The day, and in a sentence how things stand. */
  public String getLead() {
    String today = London.weekday(now.atZone(London.ZONE).toLocalDate()) + ". ";
    long late = tally("overdue");
    long due = tally("today");
    if (late + due == 0) {
      return today + "Nothing is late and nothing is due today.";
    }
    return today
        + number(late)
        + " late, "
        + number(due).toLowerCase(java.util.Locale.UK)
        + " due today.";
  }

  private static String number(long count) {
    return count == 0 ? "Nothing is" : count == 1 ? "One is" : count + " are";
  }

  /** How many: overdue, today, later or all. */
  public long tally(String which) {
    return work.tally().get(which);
  }

  /** Referrals that need a decision or contact, soonest due first. */
  public List<Row> getInbox() {
    return rows(work.inbox());
  }

  /** The caller's own drafts. */
  public List<Row> getDrafts() {
    return rows(work.drafts());
  }

  /** What was sent, latest change first. */
  public List<Row> getSent() {
    return rows(work.sent());
  }

  private List<Row> rows(List<ReferralSummary> referrals) {
    return referrals.stream().map(referral -> new Row(referral, words, now)).toList();
  }
}
