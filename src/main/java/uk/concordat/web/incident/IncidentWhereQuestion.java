package uk.concordat.web.incident;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import uk.concordat.incident.IncidentContent;
import uk.concordat.incident.Place;
import uk.concordat.web.TypedAnswers;

/** Where did it happen: at an address, or online? */
@Named
@RequestScoped
public class IncidentWhereQuestion extends IncidentQuestion {
  private String locationType;
  private String address;
  private String postcode;
  private String uprn;
  private String ward;
  private String platform;

  @Override
  public IncidentStep getStep() {
    return IncidentStep.WHERE;
  }

  @Override
  protected void show(IncidentContent content) {
    Place place = content.account().place();
    locationType = place.locationType();
    address = place.address();
    postcode = place.postcode();
    uprn = place.uprn();
    ward = place.ward();
    platform = place.platform();
  }

  @Override
  protected IncidentContent merge(IncidentContent content) {
    return content.withAccount(
        content
            .account()
            .withPlace(
                new Place(
                    TypedAnswers.blank(locationType),
                    TypedAnswers.blank(address),
                    TypedAnswers.blank(postcode),
                    TypedAnswers.blank(uprn),
                    TypedAnswers.blank(ward),
                    TypedAnswers.blank(platform))));
  }

  public String getLocationType() {
    return locationType;
  }

  public void setLocationType(String locationType) {
    this.locationType = locationType;
  }

  public String getAddress() {
    return address;
  }

  public void setAddress(String address) {
    this.address = address;
  }

  public String getPostcode() {
    return postcode;
  }

  public void setPostcode(String postcode) {
    this.postcode = postcode;
  }

  public String getUprn() {
    return uprn;
  }

  public void setUprn(String uprn) {
    this.uprn = uprn;
  }

  public String getWard() {
    return ward;
  }

  public void setWard(String ward) {
    this.ward = ward;
  }

  public String getPlatform() {
    return platform;
  }

  public void setPlatform(String platform) {
    this.platform = platform;
  }
}
