package uk.concordat.web.referral;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.function.Supplier;
import uk.concordat.kernel.FieldError;
import uk.concordat.kernel.InvalidInput;
import uk.concordat.kernel.StaleVersion;
import uk.concordat.referral.Breach;
import uk.concordat.referral.GuardRefused;
import uk.concordat.referral.Recall;
import uk.concordat.referral.RecallService;
import uk.concordat.web.DateParts;
import uk.concordat.web.ErrorsBean;
import uk.concordat.web.PageAddress;
import uk.concordat.web.SignedInBean;

/** One recall: information governance decides on it, and then on the breach. */
@Named
@RequestScoped
public class BreachPage {
  @Inject RecallService recalls;
  @Inject SignedInBean caller;
  @Inject ErrorsBean errors;
  @Inject Clock clock;
  private String ref;
  private String version = "";
  private String cancel;
  private String text;
  private String reported;
  private DateParts reportedOn = new DateParts();
  private String reportedTime;
  private String why;
  private String delay;
  private RecallRow row;

  /** The address is known before the view parameter is: a posted page asks early what it shows. */
  @PostConstruct
  void address() {
    ref = PageAddress.parameter("ref");
  }

  /** Opens the page on the version that is decided on. */
  public void open() {
    version = getRow().getRecall().version();
  }

  /** Cancels the referral, or lets it go on. */
  public String decide() throws IOException {
    Boolean answer = cancel == null ? null : cancel.equals("true");
    return kept("decision.", () -> recalls.decide(ref, version, answer, text));
  }

  /** Keeps what was decided on the breach. */
  public String report() throws IOException {
    LocalDateTime at = reportedAt();
    if (errors.isAny()) {
      return null;
    }
    Boolean answer = reported == null ? null : reported.equals("true");
    LocalDateTime then = Boolean.TRUE.equals(answer) ? at : null;
    return kept(
        "breach.", () -> recalls.decideBreach(ref, version, new Breach(answer, then, why, delay)));
  }

  private LocalDateTime reportedAt() {
    LocalDate day = null;
    LocalTime time = null;
    try {
      day = reportedOn.date();
    } catch (DateTimeException noDay) {
      errors.add(new FieldError("breach.reportedOn", "invalid-date"));
    }
    try {
      time = DateParts.time(reportedTime);
    } catch (DateTimeException noTime) {
      errors.add(new FieldError("breach.reportedTime", "invalid-time"));
    }
    if (day != null && time == null && !errors.isAny()) {
      errors.add(new FieldError("breach.reportedTime", "required"));
    }
    return day == null || time == null ? null : day.atTime(time);
  }

  private String kept(String about, Supplier<Recall> decision) throws IOException {
    try {
      decision.get();
      return "/referral/breach.xhtml?faces-redirect=true&ref=" + ref;
    } catch (InvalidInput invalid) {
      invalid.errors().stream()
          .map(error -> new FieldError(about + error.field(), error.code()))
          .forEach(errors::add);
    } catch (GuardRefused refused) {
      errors.add(
          new FieldError(about + (about.equals("breach.") ? "text" : "cancel"), refused.code()));
    } catch (StaleVersion changed) {
      PageAddress.changedMeanwhile();
    }
    return null;
  }

  /** The recall of the address. */
  public RecallRow getRow() {
    if (row == null) {
      row = new RecallRow(recalls.read(ref), new Words(caller.getOptions()), clock.instant());
    }
    return row;
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

  public String getCancel() {
    return cancel;
  }

  public void setCancel(String cancel) {
    this.cancel = cancel;
  }

  public String getText() {
    return text;
  }

  public void setText(String text) {
    this.text = text;
  }

  public String getReported() {
    return reported;
  }

  public void setReported(String reported) {
    this.reported = reported;
  }

  public DateParts getReportedOn() {
    return reportedOn;
  }

  public void setReportedOn(DateParts reportedOn) {
    this.reportedOn = reportedOn;
  }

  public String getReportedTime() {
    return reportedTime;
  }

  public void setReportedTime(String reportedTime) {
    this.reportedTime = reportedTime;
  }

  public String getWhy() {
    return why;
  }

  public void setWhy(String why) {
    this.why = why;
  }

  public String getDelay() {
    return delay;
  }

  public void setDelay(String delay) {
    this.delay = delay;
  }
}
