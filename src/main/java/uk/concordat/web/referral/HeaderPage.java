package uk.concordat.web.referral;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.List;
import uk.concordat.kernel.FieldError;
import uk.concordat.kernel.NotFound;
import uk.concordat.referral.Explanation;
import uk.concordat.referral.ReferralAccessService;
import uk.concordat.web.ErrorsBean;
import uk.concordat.web.London;
import uk.concordat.web.PageAddress;
import uk.concordat.web.SignedInBean;

/**
 * A referral to information governance: between whom it went and how it stands, who sees it and
 * why, and what they can do about that. What it says is not theirs to read.
 */
@Named
@RequestScoped
public class HeaderPage {
  @Inject ReferralAccessService access;
  @Inject SignedInBean caller;
  @Inject ErrorsBean errors;
  private String ref;
  private String reference;
  private Explanation explanation;

  /** The address is known before the view parameter is: a posted page asks early what it shows. */
  @PostConstruct
  void address() {
    ref = PageAddress.parameter("ref");
  }

  /** Opens the page: on the referral of the address, or to ask for a reference. */
  public void open() {
    if (!caller.isMayReadSight()) {
      throw new NotFound(); // whoever reads referrals has another page for them
    }
    getExplanation();
  }

  /** Goes to the referral of the reference that was typed. */
  public String find() {
    if (reference == null || reference.isBlank()) {
      errors.add(new FieldError("header.reference", "required"));
      return null;
    }
    try {
      return address(access.explain(reference).referral().reference());
    } catch (NotFound nothing) {
      errors.add(new FieldError("header.reference", "not-known"));
      return null;
    }
  }

  private static String address(String reference) {
    return "/referral/header.xhtml?faces-redirect=true&ref=" + reference;
  }

  /** Who sees it and what the reader can do; null while no referral was named. */
  public Explanation getExplanation() {
    if (explanation == null && ref != null) {
      explanation = access.explain(ref);
    }
    return explanation;
  }

  /** Codes in words. */
  public Words getWords() {
    return new Words(caller.getOptions());
  }

  /** What is said of those who see it. */
  public SeerWords getSeers() {
    return new SeerWords(getWords(), getExplanation().referral().state());
  }

  /** What can be done about who sees it. */
  public List<RecordActions.Link> getLinks() {
    return RecordActions.sight(
        getExplanation().referral().reference(),
        getExplanation().referral().restricted(),
        getExplanation().access());
  }

  /** When it was sent, in words. */
  public String getSent() {
    return London.dateTime(getExplanation().referral().submittedAt());
  }

  /** A moment in words. */
  public String at(Instant instant) {
    return London.dateTime(instant);
  }

  public String getRef() {
    return ref;
  }

  public void setRef(String ref) {
    this.ref = ref;
  }

  public String getReference() {
    return reference;
  }

  public void setReference(String reference) {
    this.reference = reference;
  }
}
