package uk.concordat.web.incident;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import uk.concordat.agency.AgencyKind;
import uk.concordat.incident.IncidentReferralService;
import uk.concordat.referral.ReferralView;
import uk.concordat.web.PageAddress;
import uk.concordat.web.SignedInBean;

/** Makes a referral of the incident in the address, and knows the incident behind a referral. */
@Named
@RequestScoped
public class IncidentReferralPage {
  @Inject IncidentReferralService referrals;
  @Inject SignedInBean caller;
  private String ref;

  @PostConstruct
  void address() {
    ref = PageAddress.parameter("ref");
  }

  /** Starts the draft and asks the first question that the incident does not answer. */
  public String refer() {
    ReferralView draft = referrals.refer(ref, null, null, null);
    // What is left to ask begins with these; the NHS is asked several things on each page.
    boolean anew = draft.to() == null || caller.getOptions().own().kind() == AgencyKind.NHS;
    String left = Boolean.FALSE.equals(draft.personKnown()) ? "footing" : "contact";
    String question = anew ? "receiver" : left;
    return "/referral/draft/" + question + ".xhtml?faces-redirect=true&ref=" + draft.reference();
  }

  /** Reference of the incident behind the referral in the address; null where none is shown. */
  public String getBehind() {
    return caller.isMayReadIncidents() ? referrals.behind(ref).orElse(null) : null;
  }
}
