package uk.concordat.web.referral;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import uk.concordat.referral.DraftService;
import uk.concordat.referral.ReferralContent;

/** Starts a draft. */
@Named
@RequestScoped
public class StartPage {
  @Inject DraftService drafts;

  /** Makes the draft and asks the first question. */
  public String start() {
    String reference = drafts.create(ReferralContent.EMPTY, null, null).reference();
    return "/referral/draft/receiver.xhtml?faces-redirect=true&ref=" + reference;
  }
}
