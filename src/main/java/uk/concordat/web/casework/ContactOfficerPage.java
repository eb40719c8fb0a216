package uk.concordat.web.casework;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import uk.concordat.casework.ContactOfficer;
import uk.concordat.casework.ContactOfficerService;
import uk.concordat.casework.ContactOfficers;
import uk.concordat.web.TypedAnswers;

/** Names the one officer whom the person harmed can turn to. */
@Named
@RequestScoped
public class ContactOfficerPage extends CaseworkForm {
  @Inject ContactOfficerService contacts;
  private String officer;
  private String reach;

  /** Opens the form. */
  public void open() {
    ContactOfficers known = contacts.of(getRef());
    opened(known.reference(), known.version(), known.keeps());
    ContactOfficer now = known.current();
    if (now != null) {
      officer = now.officer();
      reach = now.reach();
    }
  }

  @Override
  String latest() {
    return contacts.of(getRef()).version();
  }

  /** Names them. */
  public String keep() throws IOException {
    return keep(
        new TypedAnswers(),
        "officer.",
        () -> contacts.name(getRef(), getVersion(), officer, TypedAnswers.blank(reach)));
  }

  public String getOfficer() {
    return officer;
  }

  public void setOfficer(String officer) {
    this.officer = officer;
  }

  public String getReach() {
    return reach;
  }

  public void setReach(String reach) {
    this.reach = reach;
  }
}
