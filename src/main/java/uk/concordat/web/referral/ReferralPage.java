package uk.concordat.web.referral;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import uk.concordat.access.DataClass;
import uk.concordat.access.Level;
import uk.concordat.access.Sight;
import uk.concordat.kernel.FieldError;
import uk.concordat.referral.Audience;
import uk.concordat.referral.Contact;
import uk.concordat.referral.Move;
import uk.concordat.referral.ReferralService;
import uk.concordat.referral.ReferralState;
import uk.concordat.referral.ReferralView;
import uk.concordat.referral.TimelineService;
import uk.concordat.referral.TimelineSpan;
import uk.concordat.web.ClockView;
import uk.concordat.web.ErrorsBean;
import uk.concordat.web.London;
import uk.concordat.web.SignedInBean;

/** One referral: who it is about, what is next, what happened, and who can see it. */
@Named
@RequestScoped
public class ReferralPage {
  private static final TimelineSpan LATEST = new TimelineSpan(false, null, 10);

  @Inject ReferralService referrals;
  @Inject TimelineService timelines;
  @Inject SignedInBean caller;
  @Inject Clock clock;
  private String ref;
  private ReferralView referral;
  private Words words;
  private List<TimelineRow> latest;

  /**
   * Opens the page; the caller's own draft goes on where it was left. Governance, which reads no
   * referral, has a page for the header of those of which it knows.
   */
  public String open() {
    if (!caller.isMayReadReferrals() && caller.isMayReadSight()) {
      return "/referral/header.xhtml?faces-redirect=true&includeViewParams=true";
    }
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

  /** The moves that are the next thing for the caller to do. */
  public List<MoveLink> getNextMoves() {
    return getReferral().moves().stream()
        .map(move -> MoveLink.of(move, getReferral().reference()))
        .filter(MoveLink::next)
        .toList();
  }

  /** Whether the next thing is the caller's to do. */
  public boolean isDeciding() {
    return !getNextMoves().isEmpty();
  }

  /** Whether a data class is shown. */
  public boolean shows(String dataClass) {
    return getReferral().access().level(DataClass.valueOf(dataClass)) == Level.FULL;
  }

  /** What else it holds, as far as the caller sees it. */
  public List<PartView> getParts() {
    return PartView.of(getReferral().further(), caller.getOptions());
  }

  /** What is next, in a sentence. */
  public String getNext() {
    return progress().next(isDeciding());
  }

  /** How far along a step is: {@code done}, {@code here} or null. */
  public String step(int step) {
    return progress().step(step);
  }

  private Progress progress() {
    ReferralView view = getReferral();
    return Progress.of(view.state(), view.clock(), view.outcomeOwed());
  }

  /** Why a colleague has to do what is next, in a sentence; null where none has to. */
  public String getColleague() {
    String why = getReferral().forColleague();
    return why == null ? null : ErrorsBean.words(new FieldError("colleague", why)) + ".";
  }

  /** Whether it has been taken on. */
  public boolean isTakenOn() {
    return progress().takenOn();
  }

  /** What became of the decision, where it is not that it was taken on. */
  public String getDecision() {
    return progress().decision();
  }

  /** Where the breadcrumb leads back to. */
  public boolean isReceived() {
    return caller.getOptions().own().code().equals(getReferral().to());
  }

  /** Whether the caller's agency sent it. */
  public boolean isSent() {
    return caller.getOptions().own().code().equals(getReferral().from());
  }

  /** The newest of its timeline, in words; the rest has a page of its own. */
  public List<TimelineRow> getLatest() {
    if (latest == null) {
      var said = new TimelineWords(getWords(), getWords().unit(getReferral().to()));
      latest =
          timelines.timeline(getReferral().reference(), LATEST).entries().stream()
              .map(said::row)
              .toList();
    }
    return latest;
  }

  /** Whether a contact was written down on another day than it was made. */
  public boolean loggedLater(Contact contact) {
    return !LocalDate.ofInstant(contact.at(), London.ZONE)
        .equals(LocalDate.ofInstant(contact.loggedAt(), London.ZONE));
  }

  /** Audiences by agency, the caller's first. */
  public List<Audience> getAudiences() {
    return getReferral().audiences();
  }

  /** What is said of them. */
  public SeerWords getSeers() {
    return new SeerWords(getWords(), getReferral().state());
  }

  /** The classes that are not shown in full, whether there is anything in them or not. */
  public List<DataClass> getWithheld() {
    return DataClass.ofRecord().stream()
        .filter(dataClass -> getReferral().access().level(dataClass) != Level.FULL)
        .toList();
  }

  /** Why a class is not shown in full, and whom to ask. */
  public String reason(DataClass dataClass) {
    Sight sight = getReferral().access().sights().get(dataClass);
    String masked = getReferral().masked().get(dataClass);
    String shown = sight.level() == Level.MASKED ? "Masked" : sight.why().sentence();
    String form = masked == null ? "" : ": " + masked;
    String ask =
        sight.requestable()
            ? ". Ask " + getWords().agency(getReferral().from()) + " if you need more"
            : "";
    return (shown + form).replaceFirst("\\.$", "") + ask + ".";
  }

  /** Whether the caller could have more of a class by asking for it. */
  public boolean askable(DataClass dataClass) {
    return caller.isMayAskForAccess()
        && getReferral().access().sights().get(dataClass).requestable();
  }

  /** What the caller may do here, by the policy that the service checks. */
  public RecordActions getActions() {
    return RecordActions.of(getReferral());
  }

  /** Of these, what changes who sees it. */
  public List<RecordActions.Link> getSight() {
    return RecordActions.sight(
        getReferral().reference(), getReferral().restricted(), getReferral().access());
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
