package uk.concordat.web.referral;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import uk.concordat.access.Exclusion;
import uk.concordat.agency.StaffMember;
import uk.concordat.kernel.FieldError;
import uk.concordat.kernel.InvalidInput;
import uk.concordat.kernel.NotFound;
import uk.concordat.referral.ReferralExclusionService;
import uk.concordat.web.ErrorsBean;
import uk.concordat.web.London;
import uk.concordat.web.PageAddress;
import uk.concordat.web.SignedInBean;

/** Who must not see a referral: the list, excluding a colleague, and lifting it. */
@Named
@RequestScoped
public class ExclusionPage {
  @Inject ReferralExclusionService service;
  @Inject SignedInBean caller;
  @Inject ErrorsBean errors;
  private String ref;
  private String id;
  private String username;
  private String reason;
  private List<Exclusion> exclusions;
  private List<StaffMember> candidates;

  /**
   * The address is known before the view parameters are: a posted page asks early what it shows.
   */
  @PostConstruct
  void address() {
    ref = PageAddress.parameter("ref");
    id = PageAddress.parameter("id");
  }

  /** Opens the list. */
  public void open() {
    getExclusions();
  }

  /** Opens the question whom to exclude. */
  public void openCandidates() {
    getCandidates();
  }

  /** Opens the question whether to lift one. */
  public void openOne() {
    getExclusion();
  }

  /** Excludes the colleague. */
  public String exclude() {
    try {
      service.exclude(ref, username, reason);
      return list();
    } catch (InvalidInput invalid) {
      invalid.errors().stream()
          .map(error -> new FieldError("exclusion." + error.field(), error.code()))
          .forEach(errors::add);
      return null;
    }
  }

  /** Lets the colleague see it again; whoever was faster has done it already. */
  public String lift() {
    service.lift(ref, getExclusion().subject());
    return list();
  }

  private String list() {
    return "/referral/exclusions.xhtml?faces-redirect=true&ref=" + ref;
  }

  /** Those in force. */
  public List<Exclusion> getExclusions() {
    if (exclusions == null) {
      exclusions = service.exclusions(ref);
    }
    return exclusions;
  }

  /** The one that the address names: of a colleague, for no other agency's is the caller's. */
  public Exclusion getExclusion() {
    return getExclusions().stream()
        .filter(exclusion -> exclusion.subject() != null)
        .filter(exclusion -> exclusion.id().equals(PageAddress.id(id)))
        .findFirst()
        .orElseThrow(NotFound::new);
  }

  /** Colleagues to choose from. */
  public List<StaffMember> getCandidates() {
    if (candidates == null) {
      candidates = service.candidates(ref);
    }
    return candidates;
  }

  /** Why, in words. */
  public String why(Exclusion exclusion) {
    return caller.getOptions().lists().label("exclusion-reason", exclusion.reason());
  }

  /** Since when, in words. */
  public String since(Exclusion exclusion) {
    return London.dateTime(exclusion.since());
  }

  public String getRef() {
    return ref;
  }

  public void setRef(String ref) {
    this.ref = ref;
  }

  public String getId() {
    return id;
  }

  public void setId(String id) {
    this.id = id;
  }

  public String getUsername() {
    return username;
  }

  public void setUsername(String username) {
    this.username = username;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }
}
