package uk.concordat.web.referral;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.List;
import uk.concordat.access.DataClass;
import uk.concordat.referral.Audience;
import uk.concordat.referral.Move;
import uk.concordat.referral.ReferralService;
import uk.concordat.referral.ReferralState;
import uk.concordat.referral.ReferralView;
import uk.concordat.web.ClockView;
import uk.concordat.web.London;
import uk.concordat.web.SignedInBean;

/** One referral: who it is about, what is next, what happened, and who can see it. */
@Named
@RequestScoped
public class ReferralPage {
  @Inject ReferralService referrals;
  @Inject SignedInBean caller;
  @Inject Clock clock;
  private String ref;
  private ReferralView referral;
  private Words words;

  /** Opens the page; the caller's own draft goes on where it was left. */
  public String open() {
    return getReferral().state() == ReferralState.DRAFT
        ? "/referral/draft/check.xhtml?faces-redirect=true&ref=" + referral.reference()
        : null;
  }

  /** The referral as the caller may see it. */
  public ReferralView getReferral() {
    if (referral == null) {
      referral = referrals.read(ref);
    }
    return referral;
  }

  /** Its codes in words. */
  public Words getWords() {
    if (words == null) {
      words = new Words(caller.getOptions());
    }
    return words;
  }

  /** Name of the person, or what stands for it. */
  public String getName() {
    ReferralView view = getReferral();
    if (Boolean.FALSE.equals(view.personKnown())) {
      return "Nobody named";
    }
    return view.person() == null ? "Name withheld" : view.person().name();
  }

  /** The time limit, or null. */
  public ClockView getClock() {
    return ClockView.of(getReferral().clock(), clock.instant());
  }

  /** Whether the caller could make the move now. */
  public boolean can(String move) {
    return getReferral().moves().contains(Move.valueOf(move));
  }

  /** Whether any decision is the caller's to make. */
  public boolean isDeciding() {
    return !getReferral().moves().isEmpty();
  }

  /** Whether a data class is shown. */
  public boolean shows(String dataClass) {
    return getReferral().shown().contains(DataClass.valueOf(dataClass));
  }

  /** What is next, in a sentence. */
  public String getNext() {
    boolean deciding = isDeciding();
    return switch (getReferral().state()) {
      case DRAFT -> "Next: check your answers and send it";
      case SUBMITTED -> deciding ? "Next: acknowledge it" : "Next: they acknowledge it";
      case RECEIVED -> deciding ? "Next: decide whether to take this on" : "Next: they decide";
      case ACCEPTED -> "Next: first contact with the person harmed";
      case REJECTED -> "Closed: it was not taken on";
    };
  }

  /** How far along a step is: {@code done}, {@code here} or null. */
  public String step(String step) {
    int at =
        getReferral().state() == ReferralState.REJECTED ? 2 : getReferral().state().ordinal() - 1;
    int asked = ReferralState.valueOf(step).ordinal() - 1;
    return asked <= at && asked != at + 1 ? "done" : asked == at + 1 ? "here" : null;
  }

  /** Where the breadcrumb leads back to. */
  public boolean isReceived() {
    return caller.getOptions().own().code().equals(getReferral().to());
  }

  /** Audiences by agency, the caller's first. */
  public List<Audience> getAudiences() {
    return getReferral().audiences().stream()
        .filter(audience -> !audience.source().equals("after-rejection"))
        .toList();
  }

  /** Who an audience is, in words. */
  public String audience(Audience audience) {
    return switch (audience.source()) {
      case "owner" -> "The sender";
      case "assignee" -> "Whoever leads on it";
      default -> getWords().options().roleNames().get(audience.role()) + "s";
    };
  }

  /** Why an audience sees it, in words. */
  public String because(Audience audience) {
    return switch (audience.source()) {
      case "owner" -> "They wrote it and follow what becomes of it.";
      case "assignee" -> "It was given to them to work on.";
      case "sender" -> "Their agency sent it.";
      case "recipient" ->
          getReferral().state() == ReferralState.REJECTED
              ? "It was sent to their unit. They keep the reference and status; the content ends after 28 days."
              : "It was sent to their unit.";
      default -> "";
    };
  }

  /** A moment in words. */
  public String at(java.time.Instant instant) {
    return London.dateTime(instant);
  }

  /** A day in words. */
  public String day(java.time.LocalDate day) {
    return London.date(day);
  }

  public String getRef() {
    return ref;
  }

  public void setRef(String ref) {
    this.ref = ref;
  }
}
