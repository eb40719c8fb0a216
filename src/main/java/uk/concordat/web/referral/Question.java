package uk.concordat.web.referral;

import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
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
import uk.concordat.web.ErrorsBean;
import uk.concordat.web.London;
import uk.concordat.web.PageAddress;
import uk.concordat.web.SignedInBean;
import uk.concordat.web.TypedAnswers;

/**
 * One question of a draft: shows what is stored, saves what is typed, and goes on when it is
 * answered. What is wrong stays on the page as typed and does not keep the rest from being saved.
 */
public abstract class Question {
  @Inject ReferralService referrals;
  @Inject DraftService drafts;
  @Inject ErrorsBean errors;
  @Inject SignedInBean caller;
  private String ref;
  private String version = "";
  private String savedAt;
  private String then;
  private final TypedAnswers answers = new TypedAnswers();
  private final List<FieldError> wrong = new ArrayList<>();

  /** Which question this is. */
  public abstract Step getStep();

  /** Takes from the stored draft what the page shows. */
  protected abstract void show(ReferralContent content);

  /** Puts what was typed into the draft. */
  protected abstract ReferralContent merge(ReferralContent content);

  /** Opens the page; a referral that has been sent shows itself instead. */
  public String open() {
    ReferralView draft = referrals.read(ref);
    if (draft.state() != ReferralState.DRAFT) {
      return "/referral/referral.xhtml?faces-redirect=true&ref=" + draft.reference();
    }
    ref = draft.reference();
    version = draft.version();
    savedAt = time(draft);
    show(draft.content());
    return null;
  }

  /** Saves and goes on, unless something is missing or wrong. */
  public String next() throws IOException {
    try {
      Kept kept = keep();
      wrong.addAll(drafts.missing(kept.draft().content()));
    } catch (StaleVersion | ImpossibleMove conflict) {
      PageAddress.changedMeanwhile();
      return null;
    }
    wrong.stream()
        .filter(error -> getStep().fields().contains(error.field()))
        .sorted(Comparator.comparing(error -> getStep().fields().indexOf(error.field())))
        .forEach(errors::add);
    if (errors.isAny()) {
      return null;
    }
    external().redirect(onwards());
    FacesContext.getCurrentInstance().responseComplete();
    return null;
  }

  /**
   * Saves in the background while somebody types; answers a status, the new version, and whether
   * everything on the page could be saved.
   */
  public String save() {
    ExternalContext answer = external();
    try {
      Kept kept = keep();
      answer.setResponseStatus(HttpServletResponse.SC_NO_CONTENT);
      answer.setResponseHeader("X-Version", kept.draft().version());
      answer.setResponseHeader("X-Saved", wrong.isEmpty() ? "all" : "part");
    } catch (StaleVersion | ImpossibleMove conflict) {
      answer.setResponseStatus(HttpServletResponse.SC_CONFLICT);
    }
    FacesContext.getCurrentInstance().responseComplete();
    return null;
  }

  private Kept keep() {
    Kept kept = drafts.keep(ref, version, this::merge);
    version = kept.draft().version();
    savedAt = time(kept.draft());
    wrong.addAll(answers.wrong());
    wrong.addAll(kept.refused());
    return kept;
  }

  private static String time(ReferralView draft) {
    return London.time(draft.changedAt().atZone(London.ZONE).toLocalTime());
  }

  private String onwards() {
    boolean checking = "check".equals(then);
    return checking ? "/referral/draft/check.xhtml?ref=" + ref : getStep().after(ref, asked());
  }

  private static ExternalContext external() {
    return FacesContext.getCurrentInstance().getExternalContext();
  }

  /** Reads a date field; where it is no date, says so and keeps what was stored. */
  protected LocalDate date(DateParts typed, String field, LocalDate stored) {
    return answers.date(typed, field, stored);
  }

  /** Reads a time field; where it is no time, says so and keeps what was stored. */
  protected LocalTime time(String typed, String field, LocalTime stored) {
    return answers.time(typed, field, stored);
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
    return wrong;
  }

  /** Says that something is wrong on this page. */
  void refuse(FieldError error) {
    wrong.add(error);
  }

  /** Null for what was left empty. */
  protected static String blank(String typed) {
    return TypedAnswers.blank(typed);
  }

  /** Where the back link leads. */
  public String getBack() {
    if ("check".equals(then)) {
      return "/referral/draft/check.xhtml?ref=" + ref;
    }
    Step before = getStep().before(asked());
    return before == null ? "/" : before.path(ref);
  }

  /** What the back link leads to. */
  public String getBackTo() {
    if ("check".equals(then)) {
      return "your answers";
    }
    Step before = getStep().before(asked());
    return before == null ? "your work" : before.topic();
  }

  public String getRef() {
    return ref;
  }

  public void setRef(String ref) {
    this.ref = ref;
  }

  public String getVersion() {
    return version;
  }

  public void setVersion(String version) {
    this.version = version;
  }

  /** Where to go afterwards: {@code check}, or null for the next question. */
  public String getThen() {
    return then;
  }

  public void setThen(String then) {
    this.then = then;
  }

  /** When the draft was last saved. */
  public String getSavedAt() {
    return savedAt;
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
