package uk.concordat.web.referral;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;

/** What happened, when and where, on one page. */
@Named
@RequestScoped
public class EventQuestion extends Questions {
  @Override
  public Step getStep() {
    return Step.EVENT;
  }
}
