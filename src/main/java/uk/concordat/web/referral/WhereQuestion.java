package uk.concordat.web.referral;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import uk.concordat.referral.Incident;
import uk.concordat.referral.ReferralContent;

/** Where did it happen? */
@Named
@RequestScoped
public class WhereQuestion extends Question {
  private String locationType;
  private String place;
  private String postcode;

  @Override
  public Step getStep() {
    return Step.WHERE;
  }

  @Override
  protected void show(ReferralContent content) {
    locationType = content.incident().locationType();
    place = content.incident().place();
    postcode = content.incident().postcode();
  }

  @Override
  protected ReferralContent merge(ReferralContent content) {
    Incident old = content.incident();
    return content.withIncident(
        new Incident(
            old.category(),
            old.narrative(),
            old.occurred(),
            blank(locationType),
            blank(place),
            blank(postcode),
            old.perceivedBy()));
  }

  public String getLocationType() {
    return locationType;
  }

  public void setLocationType(String locationType) {
    this.locationType = locationType;
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
}
