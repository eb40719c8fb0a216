package uk.concordat.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import uk.concordat.access.Action;
import uk.concordat.access.DataClass;
import uk.concordat.access.NoticeRepository;
import uk.concordat.audit.Entry;
import uk.concordat.audit.Ledger;
import uk.concordat.audit.Verb;
import uk.concordat.caller.Caller;
import uk.concordat.caller.CurrentCaller;
import uk.concordat.codelist.CodeListRepository;
import uk.concordat.kernel.Ids;

/**
 * What becomes of referrals because time passes, in the product's own name. Each step is a
 * transaction of its own that asks again whether it is still to be made: nodes need not agree who
 * makes it, and what an outage left undone is found by the next look.
 */
@ApplicationScoped
public class Deadlines {
  @Inject DeadlineRepository deadlines;
  @Inject NoticeRepository notices;
  @Inject CodeListRepository codeLists;
  @Inject Ledger ledger;
  @Inject CurrentCaller current;
  @Inject Clock clock;

  /**
   * Tells those who lead of every time limit that ran out, information governance of breaches of
   * personal data whose 72 hours run out, and those further up of emergencies that nobody reviewed,
   * each once.
   */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public void escalate() {
    act("BOARD");
    deadlines.escalate();
    deadlines.escalateBreaches();
    notices.escalate();
  }

  /** Questions that were not answered in time. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public List<LateQuestion> lateQuestions() {
    act("BOARD");
    return deadlines.lateQuestions();
  }

  /** Lets the decision go on without the answer, and tells those who lead; it rejects nothing. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public void timeOut(LateQuestion question) {
    act(question.agency());
    Instant due =
        codeLists
            .serviceLevel(question.urgency(), question.paused().step())
            .resumed(
                question.paused().due(),
                question.since(),
                clock.instant(),
                codeLists.workingDays());
    Long version = deadlines.timeOut(question.referral(), Ids.next(), due);
    if (version != null) {
      ledger.append(
          Entry.of(
              Verb.ALTER,
              Action.REFERRAL_CLOCK.code(),
              question.referral(),
              version,
              List.of(DataClass.D1)));
    }
  }

  /** Drafts that were left for thirty days. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public List<StaleDraft> staleDrafts() {
    act("BOARD");
    return deadlines.staleDrafts();
  }

  /** Erases such a draft. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public void erase(StaleDraft draft) {
    act(draft.agency());
    Entry entry =
        Entry.of(
            Verb.ERASE,
            Action.REFERRAL_CLOCK.code(),
            draft.referral(),
            draft.version(),
            draft.classes());
    ledger.append(entry); // while it can still be asked whom it is about
    if (!deadlines.erase(draft.referral())) {
      throw new AlreadyDone();
    }
  }

  private void act(String agency) {
    Caller itself = Caller.itself(agency);
    current.is(itself);
    deadlines.bind(itself);
  }

  /** Another node was faster: nothing of the step is kept. */
  static class AlreadyDone extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
