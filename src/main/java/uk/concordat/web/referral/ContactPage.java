package uk.concordat.web.referral;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import uk.concordat.kernel.FieldError;
import uk.concordat.kernel.InvalidInput;
import uk.concordat.referral.Contact;
import uk.concordat.referral.ContactContent;
import uk.concordat.referral.ContactService;
import uk.concordat.referral.GuardRefused;
import uk.concordat.referral.ReferralView;
import uk.concordat.web.DateParts;
import uk.concordat.web.ErrorsBean;
import uk.concordat.web.London;
import uk.concordat.web.PageAddress;
import uk.concordat.web.SignedInBean;
import uk.concordat.web.TypedAnswers;

/** Where somebody writes down what the person harmed was told, or why they were not. */
@Named
@RequestScoped
public class ContactPage {
  @Inject ContactService contacts;
  @Inject SignedInBean caller;
  @Inject ErrorsBean errors;
  @Inject Clock clock;
  private String ref;
  private String kind;
  private String result;
  private String madeBy;
  private String exemption;
  private DateParts on = new DateParts();
  private String time;
  private String words;
  private ReferralView referral;
  private boolean refused;

  /** The address is known before the view parameter is. */
  @PostConstruct
  void address() {
    ref = PageAddress.parameter("ref");
  }

  /** Opens the page for a contact that was just made. */
  public void open() {
    getReferral();
    ZonedDateTime now = clock.instant().atZone(London.ZONE);
    on = DateParts.of(now.toLocalDate());
    time = London.time(LocalTime.of(now.getHour(), now.getMinute()));
  }

  /** The referral, with what makes contact safe. */
  public ReferralView getReferral() {
    if (referral == null) {
      referral = contacts.open(ref);
    }
    return referral;
  }

  /** Codes in words. */
  public Words getLabels() {
    return new Words(caller.getOptions());
  }

  /** Writes it down and goes back to the referral; or stays, and says what is wrong. */
  public String log() {
    var answers = new TypedAnswers();
    LocalDate day = answers.date(on, "contact.on", null);
    LocalTime moment = answers.time(time, "contact.time", null);
    Contact.Result came =
        result == null
            ? null
            : answers.constant(Contact.Result.class, result, "contact.result", null);
    answers.wrong().forEach(errors::add);
    try {
      contacts.log(ref, content(came, day, moment), null, null);
      return "/referral/referral.xhtml?faces-redirect=true&ref=" + ref;
    } catch (InvalidInput invalid) {
      invalid.errors().stream()
          .map(error -> new FieldError("contact." + error.field(), error.code()))
          .forEach(errors::add);
    } catch (GuardRefused meanwhile) {
      refused = true;
      errors.add(new FieldError("contact.words", meanwhile.code()));
    }
    return null;
  }

  private ContactContent content(Contact.Result came, LocalDate day, LocalTime moment) {
    return new ContactContent(
        kind,
        came,
        TypedAnswers.blank(madeBy),
        TypedAnswers.blank(exemption),
        day,
        moment,
        TypedAnswers.blank(words));
  }

  /** Whether somebody else logs contacts on it by now, so that it is shown no more. */
  public boolean isRefused() {
    return refused;
  }

  public String getRef() {
    return ref;
  }

  public void setRef(String ref) {
    this.ref = ref;
  }

  public String getKind() {
    return kind;
  }

  public void setKind(String kind) {
    this.kind = kind;
  }

  public String getResult() {
    return result;
  }

  public void setResult(String result) {
    this.result = result;
  }

  public String getMadeBy() {
    return madeBy;
  }

  public void setMadeBy(String madeBy) {
    this.madeBy = madeBy;
  }

  public String getExemption() {
    return exemption;
  }

  public void setExemption(String exemption) {
    this.exemption = exemption;
  }

  public DateParts getOn() {
    return on;
  }

  public String getTime() {
    return time;
  }

  public void setTime(String time) {
    this.time = time;
  }

  public String getWords() {
    return words;
  }

  public void setWords(String words) {
    this.words = words;
  }
}
