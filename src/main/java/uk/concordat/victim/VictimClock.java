package uk.concordat.victim;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import uk.concordat.agency.AgencyKind;
import uk.concordat.agency.AgencyRepository;
import uk.concordat.caller.CurrentCaller;
import uk.concordat.codelist.CodeListRepository;
import uk.concordat.kernel.WorkingDays;

/**
 * Starts the clocks of the Victims' Code (domain.md 3.5): the one way in for everything that
 * happens. What is opened says no more than what happened, and is no entry of its own in the
 * ledger.
 */
@ApplicationScoped
public class VictimClock {
  @Inject RuleRepository rules;
  @Inject ObligationRepository obligations;
  @Inject AgencyRepository agencies;
  @Inject CodeListRepository codeLists;
  @Inject CurrentCaller current;

  /**
   * Opens, in the caller's transaction, whatever their agency has to tell the person harmed of it,
   * with the enhanced rights; nothing where no rule of that day asks their kind of agency.
   *
   * @param referral on which the caller makes moves
   * @param at when it happened, as their agency recorded it; of a day the beginning in London
   */
  public void happened(UUID referral, EventKind event, Instant at) {
    each(event, at, (rule, due, calendar) -> open(referral, rule, at, due, calendar));
  }

  /**
   * Moves what has to be told of it, as long as it was not told, to the day on which it did happen,
   * in the caller's transaction; what was told since then stands.
   *
   * @param was when it was said to have happened before
   * @param at when it did, as in {@link #happened}
   */
  public void corrected(UUID referral, EventKind event, Instant was, Instant at) {
    each(
        event,
        at,
        (rule, due, calendar) -> {
          if (!obligations.correct(referral, rule, was, at, due, calendar)) {
            open(referral, rule, at, due, calendar);
          }
        });
  }

  private void open(UUID referral, Rule rule, Instant at, Instant due, long calendar) {
    obligations.open(referral, rule, at, Entitlement.ENHANCED, due, calendar);
  }

  /** Every rule of that day that asks the caller's kind of agency. */
  private void each(EventKind event, Instant at, Reckoned reckoned) {
    AgencyKind kind = agencies.find(current.get().agency()).orElseThrow().kind();
    List<Rule> asked = rules.of(event, at).stream().filter(rule -> rule.owedBy().is(kind)).toList();
    if (asked.isEmpty()) {
      return;
    }
    long calendar = obligations.calendar();
    WorkingDays workingDays = codeLists.workingDays();
    for (Rule rule : asked) {
      reckoned.is(rule, rule.due(at, Entitlement.ENHANCED, workingDays), calendar);
    }
  }

  /** What becomes of a rule, once it is reckoned when it is due. */
  private interface Reckoned {
    void is(Rule rule, Instant due, long calendar);
  }
}
