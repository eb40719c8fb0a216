package uk.concordat.web.referral;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import uk.concordat.access.DataClass;
import uk.concordat.access.Level;
import uk.concordat.kernel.FieldError;
import uk.concordat.kernel.InvalidInput;
import uk.concordat.kernel.StaleVersion;
import uk.concordat.referral.Amendment;
import uk.concordat.referral.AmendmentService;
import uk.concordat.referral.GuardRefused;
import uk.concordat.referral.Incident;
import uk.concordat.referral.Needs;
import uk.concordat.referral.Person;
import uk.concordat.referral.ReferralContent;
import uk.concordat.referral.ReferralView;

/** What was sent is amended: what is said most often, each part as far as the caller sees it. */
@Named
@RequestScoped
public class AmendPage extends MovePage {
  private static final String REASON = "amend.reason";

  @Inject AmendmentService amendments;
  private String reason;
  private String text;
  private String narrative;
  private String place;
  private String postcode;
  private String name;
  private String address;
  private String contactDetail;
  private String contactSafety;
  private String communication;
  private ReferralView referral;
  private boolean stale;

  @Override
  public void open() {
    super.open();
    ReferralContent content = getReferral().content();
    narrative = content.incident().narrative();
    place = content.incident().place();
    postcode = content.incident().postcode();
    name = content.person().name();
    address = content.person().address();
    contactDetail = content.needs().contactDetail();
    contactSafety = content.needs().contactSafety();
    communication = content.needs().communication();
  }

  /** Amends it. */
  public String amend() throws IOException {
    var amendment = new Amendment(reason, text, this::amended);
    return move("", () -> amended(amendment));
  }

  private ReferralView amended(Amendment amendment) {
    try {
      return amendments.amend(getRef(), getVersion(), amendment);
    } catch (StaleVersion faster) {
      stale = true; // what was typed stays, and is not put over what a colleague has amended
      throw new InvalidInput(REASON, "amended-meanwhile");
    } catch (InvalidInput unchanged) {
      throw new InvalidInput(
          unchanged.errors().stream()
              .map(
                  error ->
                      switch (error.field()) {
                        case "change", "reason" -> new FieldError(REASON, error.code());
                        case "text" -> new FieldError("amend.text", error.code());
                        default -> error;
                      })
              .toList());
    }
  }

  /** Whether a colleague amended it since the page was opened. */
  public boolean isStale() {
    return stale;
  }

  private ReferralContent amended(ReferralContent old) {
    ReferralContent now = old;
    if (shows("D5")) {
      Incident was = old.incident();
      now =
          now.withIncident(
              new Incident(
                  was.category(),
                  given(narrative),
                  was.occurred(),
                  was.locationType(),
                  given(place),
                  given(postcode),
                  was.perceivedBy()));
    }
    if (isPerson() && shows("D2")) {
      Person was = old.person();
      now = now.withPerson(new Person(was.known(), given(name), was.dateOfBirth(), given(address)));
    }
    if (isPerson() && shows("D4")) {
      now = now.withNeeds(needs(old.needs()));
    }
    return now;
  }

  private Needs needs(Needs was) {
    return new Needs(
        was.contactMethod(),
        given(contactDetail),
        given(contactSafety),
        given(communication),
        was.wish(),
        was.overrideReason(),
        was.told(),
        was.notToldReason(),
        was.confidentiality(),
        was.injury());
  }

  private static String given(String typed) {
    return typed == null || typed.isBlank() ? null : typed.strip().replace("\r\n", "\n");
  }

  @Override
  String refused(GuardRefused refused) {
    errors.add(new FieldError(REASON, refused.code()));
    return null;
  }

  /** The referral as it stands. */
  public ReferralView getReferral() {
    if (referral == null) {
      referral = referrals.read(getRef());
    }
    return referral;
  }

  /** Whether a class is shown. */
  public boolean shows(String dataClass) {
    return getReferral().access().level(DataClass.valueOf(dataClass)) == Level.FULL;
  }

  /** Whether somebody is known to have been harmed. */
  public boolean isPerson() {
    return !Boolean.FALSE.equals(getReferral().personKnown());
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }

  public String getText() {
    return text;
  }

  public void setText(String text) {
    this.text = text;
  }

  public String getNarrative() {
    return narrative;
  }

  public void setNarrative(String narrative) {
    this.narrative = narrative;
  }

  public String getPlace() {
    return place;
  }

  public void setPlace(String place) {
    this.place = place;
  }

  public String getPostcode() {
    return postcode;
  }

  public void setPostcode(String postcode) {
    this.postcode = postcode;
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public String getAddress() {
    return address;
  }

  public void setAddress(String address) {
    this.address = address;
  }

  public String getContactDetail() {
    return contactDetail;
  }

  public void setContactDetail(String contactDetail) {
    this.contactDetail = contactDetail;
  }

  public String getContactSafety() {
    return contactSafety;
  }

  public void setContactSafety(String contactSafety) {
    this.contactSafety = contactSafety;
  }

  public String getCommunication() {
    return communication;
  }

  public void setCommunication(String communication) {
    this.communication = communication;
  }
}
