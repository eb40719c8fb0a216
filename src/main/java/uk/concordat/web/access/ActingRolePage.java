package uk.concordat.web.access;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import uk.concordat.access.ActingRoleService;
import uk.concordat.access.SessionService;
import uk.concordat.caller.Caller;
import uk.concordat.kernel.InvalidInput;
import uk.concordat.kernel.NotFound;
import uk.concordat.web.ErrorsBean;
import uk.concordat.web.SignedInBean;

/** Which of several roles somebody acts in; for those who hold several. */
@Named
@RequestScoped
public class ActingRolePage {
  @Inject SessionService sessions;
  @Inject ActingRoleService acting;
  @Inject SignedInBean caller;
  @Inject ErrorsBean errors;
  private Caller person;
  private String role;

  /** Opens the page with the role acted in now. */
  public void open() {
    if (getRoles().size() < 2) {
      throw new NotFound();
    }
    role = person.role();
  }

  /** Acts in it from the next page on. */
  public String act() {
    try {
      acting.act(role);
      return "/index.xhtml?faces-redirect=true";
    } catch (InvalidInput invalid) {
      invalid.errors().forEach(errors::add);
      return null;
    }
  }

  /** Codes of the roles to choose from. */
  public List<String> getRoles() {
    if (person == null) {
      person = sessions.session().caller();
    }
    return person.roles();
  }

  /** A role in words. */
  public String name(String code) {
    return caller.getOptions().roleNames().get(code);
  }

  public String getRole() {
    return role;
  }

  public void setRole(String role) {
    this.role = role;
  }
}
