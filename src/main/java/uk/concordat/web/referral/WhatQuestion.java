package uk.concordat.web.referral;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import uk.concordat.referral.Incident;
import uk.concordat.referral.ReferralContent;

/** What happened? */
@Named
@RequestScoped
public class WhatQuestion extends Question {
  private String category;
  private String narrative;

  @Override
  public Step getStep() {
    return Step.WHAT;
  }

  @Override
  protected void show(ReferralContent content) {
    category = content.incident().category();
    narrative = content.incident().narrative();
  }

  @Override
  protected ReferralContent merge(ReferralContent content) {
    Incident old = content.incident();
    return content.withIncident(
        new Incident(
            blank(category),
            blank(narrative),
            old.occurred(),
            old.locationType(),
            old.place(),
            old.postcode(),
            old.perceivedBy()));
  }

  public String getCategory() {
    return category;
  }

  public void setCategory(String category) {
    this.category = category;
  }

  public String getNarrative() {
    return narrative;
  }

  public void setNarrative(String narrative) {
    this.narrative = narrative;
  }
}
