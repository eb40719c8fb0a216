package uk.concordat.web.referral;

import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import uk.concordat.kernel.FieldError;
import uk.concordat.kernel.StaleVersion;
import uk.concordat.referral.DraftService;
import uk.concordat.referral.ImpossibleMove;
import uk.concordat.referral.Kept;
import uk.concordat.referral.ReferralContent;
import uk.concordat.referral.ReferralService;
import uk.concordat.referral.ReferralState;
import uk.concordat.referral.ReferralView;
import uk.concordat.web.DateParts;
import uk.concordat.web.DraftQuestion;
import uk.concordat.web.SignedInBean;
import uk.concordat.web.TypedAnswers;

/** One question of a referral's draft. */
public abstract class Question extends DraftQuestion {
  @Inject ReferralService referrals;
  @Inject DraftService drafts;
  @Inject SignedInBean caller;

  /** Which question this is. */
  public abstract Step getStep();

  /** Takes from the stored draft what the page shows. */
  protected abstract void show(ReferralContent content);

  /** Puts what was typed into the draft. */
  protected abstract ReferralContent merge(ReferralContent content);

  /** Opens the page; a referral that has been sent shows itself instead. */
  public String open() {
    ReferralView draft = referrals.read(getRef());
    if (draft.state() != ReferralState.DRAFT) {
      return "/referral/referral.xhtml?faces-redirect=true&ref=" + draft.reference();
    }
    opened(draft.reference(), draft.version(), draft.changedAt());
    show(draft.content());
    return null;
  }

  @Override
  protected Saved keep() {
    try {
      Kept kept = drafts.keep(getRef(), getVersion(), this::merge);
      ReferralView draft = kept.draft();
      return new Saved(
          draft.version(),
          draft.changedAt(),
          kept.refused(),
          () -> drafts.missing(draft.content()));
    } catch (ImpossibleMove sent) {
      throw new StaleVersion();
    }
  }

  @Override
  protected List<String> fields() {
    return getStep().fields();
  }

  @Override
  protected String checked() {
    return "/referral/draft/check.xhtml?ref=" + getRef();
  }

  @Override
  protected String after() {
    return getStep().after(getRef(), asked());
  }

  @Override
  protected String before() {
    Step before = getStep().before(asked());
    return before == null ? "/" : before.path(getRef());
  }

  @Override
  protected String beforeTopic() {
    Step before = getStep().before(asked());
    return before == null ? "your work" : before.topic();
  }

  /** Reads a date field; where it is no date, says so and keeps what was stored. */
  protected LocalDate date(DateParts typed, String field, LocalDate stored) {
    return answers.date(typed, field, stored);
  }

  /** Reads yes or no; where it is neither, says so and keeps what was stored. */
  protected Boolean yesOrNo(String typed, String field, Boolean stored) {
    return answers.yesOrNo(typed, field, stored);
  }

  /** Reads one of our constants; where it is none, says so and keeps what was stored. */
  protected <E extends Enum<E>> E constant(Class<E> type, String typed, String field, E stored) {
    return answers.constant(type, typed, field, stored);
  }

  /** What was typed here and could not be read. */
  List<FieldError> unreadable() {
    return answers.wrong();
  }

  /** Null for what was left empty. */
  protected static String blank(String typed) {
    return TypedAnswers.blank(typed);
  }

  /** How many questions there are. */
  public int getOf() {
    return asked().size();
  }

  /** Which of them this is; 1 for the first. */
  public int getNumber() {
    return asked().indexOf(getStep()) + 1;
  }

  private List<Step> asked() {
    return Step.asked(caller.getOptions());
  }
}
