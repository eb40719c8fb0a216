package uk.concordat.web.casework;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.List;
import uk.concordat.casework.ContactOfficer;
import uk.concordat.casework.ContactOfficerService;
import uk.concordat.casework.Measure;
import uk.concordat.casework.SafetyPlan;
import uk.concordat.casework.SafetyPlanService;
import uk.concordat.kernel.NotFound;
import uk.concordat.web.London;
import uk.concordat.web.PageAddress;

/** The safety plan to be printed for the person harmed: what they may read, and nothing else. */
@Named
@RequestScoped
public class PlanPage {
  @Inject SafetyPlanService plans;
  @Inject ContactOfficerService contacts;
  private String ref;
  private SafetyPlan plan;
  private ContactOfficer contact;

  @PostConstruct
  void address() {
    ref = PageAddress.parameter("ref");
  }

  /**
   * Opens the page.
   *
   * @throws NotFound where there is nothing for them to read, or the caller does not see it
   */
  public void open() {
    plan = plans.of(ref);
    if (plan.readable().isEmpty()) {
      throw new NotFound();
    }
    contact = contacts.of(ref).current();
    ref = plan.reference();
  }

  /** What they may read of the measures. */
  public List<Measure> getMeasures() {
    return plan.readable();
  }

  /** Whom they can turn to; null where nobody was named. */
  public ContactOfficer getContact() {
    return contact;
  }

  /** A day in words. */
  public String day(LocalDate day) {
    return London.date(day);
  }

  public String getRef() {
    return ref;
  }

  public void setRef(String ref) {
    this.ref = ref;
  }
}
