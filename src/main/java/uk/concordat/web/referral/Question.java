package uk.concordat.web.referral;

import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import uk.concordat.kernel.FieldError;
import uk.concordat.kernel.InvalidInput;
import uk.concordat.kernel.StaleVersion;
import uk.concordat.referral.ImpossibleMove;
import uk.concordat.referral.ReferralContent;
import uk.concordat.referral.ReferralService;
import uk.concordat.referral.ReferralState;
import uk.concordat.referral.ReferralView;
import uk.concordat.web.DateParts;
import uk.concordat.web.ErrorsBean;
import uk.concordat.web.London;

/**
 * One question of a draft: shows what is stored, saves what is typed, and goes on when it is
 * answered. What cannot be read yet does not keep the rest of the page from being saved.
 */
public abstract class Question {
  @Inject ReferralService referrals;
  @Inject ErrorsBean errors;
  @Inject Clock clock;
  private String ref;
  private long version;
  private String savedAt;
  private String then;

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
    savedAt = London.time(draft.changedAt().atZone(London.ZONE).toLocalTime());
    show(draft.content());
    return null;
  }

  /** Saves and goes on, unless something is missing or wrong. */
  public String next() throws IOException {
    try {
      ReferralView saved = referrals.amend(ref, version, this::merge);
      version = saved.version();
      referrals.missing(saved.content()).stream()
          .filter(error -> getStep().fields().contains(error.field()))
          .forEach(errors::add);
    } catch (InvalidInput invalid) {
      invalid.errors().forEach(errors::add);
    } catch (StaleVersion | ImpossibleMove conflict) {
      return conflict();
    }
    if (errors.isAny()) {
      return null;
    }
    external().redirect(onwards());
    FacesContext.getCurrentInstance().responseComplete();
    return null;
  }

  /** Saves in the background while somebody types; answers a status and the new version only. */
  public String save() {
    ExternalContext answer = external();
    try {
      ReferralView saved = referrals.amend(ref, version, this::merge);
      answer.setResponseStatus(HttpServletResponse.SC_NO_CONTENT);
      answer.setResponseHeader("X-Version", String.valueOf(saved.version()));
    } catch (InvalidInput notYet) {
      answer.setResponseStatus(HttpServletResponse.SC_BAD_REQUEST);
    } catch (StaleVersion | ImpossibleMove conflict) {
      answer.setResponseStatus(HttpServletResponse.SC_CONFLICT);
    }
    FacesContext.getCurrentInstance().responseComplete();
    return null;
  }

  private String onwards() {
    boolean checking = "check".equals(then);
    return checking ? "/referral/draft/check.xhtml?ref=" + ref : getStep().after(ref);
  }

  private static String conflict() {
    try {
      external().responseSendError(HttpServletResponse.SC_CONFLICT, null);
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
    FacesContext.getCurrentInstance().responseComplete();
    return null;
  }

  private static ExternalContext external() {
    return FacesContext.getCurrentInstance().getExternalContext();
  }

  /** Reads a date field; where it is no date, says so and keeps what was stored. */
  protected LocalDate date(DateParts typed, String field, LocalDate stored) {
    try {
      return typed.date();
    } catch (DateTimeException unreadable) {
      errors.add(new FieldError(field, "invalid-date"));
      return stored;
    }
  }

  /** Reads a time field; where it is no time, says so and keeps what was stored. */
  protected LocalTime time(String typed, String field, LocalTime stored) {
    try {
      return DateParts.time(typed);
    } catch (DateTimeException unreadable) {
      errors.add(new FieldError(field, "invalid-time"));
      return stored;
    }
  }

  /** Null for what was left empty. */
  protected static String blank(String typed) {
    return typed == null || typed.isBlank() ? null : typed;
  }

  /** Where the back link leads. */
  public String getBack() {
    if ("check".equals(then)) {
      return "/referral/draft/check.xhtml?ref=" + ref;
    }
    return getStep().before() == null ? "/" : getStep().before().path(ref);
  }

  /** What the back link leads to. */
  public String getBackTo() {
    if ("check".equals(then)) {
      return "your answers";
    }
    return getStep().before() == null ? "your work" : getStep().before().topic();
  }

  public String getRef() {
    return ref;
  }

  public void setRef(String ref) {
    this.ref = ref;
  }

  public long getVersion() {
    return version;
  }

  public void setVersion(long version) {
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
    return Step.values().length;
  }
}
