package uk.concordat.web.referral;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;

/** What the patient was targeted for and who believes it, on one page. */
@Named
@RequestScoped
public class BeliefQuestion extends Questions {
  @Override
  public Step getStep() {
    return Step.BELIEF;
  }
}
