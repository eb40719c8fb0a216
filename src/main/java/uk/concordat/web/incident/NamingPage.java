package uk.concordat.web.incident;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.time.Instant;
import uk.concordat.incident.IncidentNamingService;
import uk.concordat.incident.Naming;
import uk.concordat.incident.NamingView;
import uk.concordat.kernel.FieldError;
import uk.concordat.kernel.InvalidInput;
import uk.concordat.kernel.NotFound;
import uk.concordat.kernel.StaleVersion;
import uk.concordat.referral.Person;
import uk.concordat.web.DateParts;
import uk.concordat.web.ErrorsBean;
import uk.concordat.web.London;
import uk.concordat.web.PageAddress;
import uk.concordat.web.SignedInBean;
import uk.concordat.web.TypedAnswers;

/** Says who was harmed in an incident without a name, and decides on what a colleague said. */
@Named
@RequestScoped
public class NamingPage {
  @Inject IncidentNamingService namings;
  @Inject SignedInBean caller;
  @Inject ErrorsBean errors;
  private String ref;
  private String version = "";
  private String name;
  private DateParts born = new DateParts();
  private String address;
  private String reason;
  private String confirmed;
  private NamingView view;

  @PostConstruct
  void address() {
    ref = PageAddress.parameter("ref");
  }

  /** Opens the decision. */
  public void open() {
    version = getView().version();
  }

  /** Opens the question; to whom it is not for, it is not there, and a name that waits is shown. */
  public String ask() {
    open();
    if (getView().proposes()) {
      return null;
    }
    if (getWaiting() == null) {
      throw new NotFound();
    }
    return "/incident/naming.xhtml?faces-redirect=true&ref=" + ref;
  }

  /** Proposes a name. */
  public String propose() throws IOException {
    var answers = new TypedAnswers();
    var person =
        new Person(
            true,
            TypedAnswers.blank(name),
            answers.date(born, "person.dateOfBirth", null),
            TypedAnswers.blank(address));
    answers.wrong().forEach(errors::add);
    return kept("naming.", () -> namings.propose(ref, version, person, TypedAnswers.blank(reason)));
  }

  /** Confirms or declines it. */
  public String decide() throws IOException {
    var answers = new TypedAnswers();
    Boolean right = answers.yesOrNo(confirmed, "confirmed", null);
    answers.wrong().forEach(each -> add("verdict.", each));
    return kept("verdict.", () -> namings.decide(ref, version, right, TypedAnswers.blank(reason)));
  }

  /** Takes the caller's own proposal back. */
  public String withdraw() throws IOException {
    return kept("naming.", () -> namings.withdraw(ref, version));
  }

  private String kept(String question, Runnable step) throws IOException {
    try {
      if (!errors.isAny()) {
        step.run();
        return "/incident/incident.xhtml?faces-redirect=true&ref=" + ref;
      }
    } catch (InvalidInput wrong) {
      wrong.errors().forEach(each -> add(question, each));
    } catch (StaleVersion conflict) {
      PageAddress.changedMeanwhile();
    }
    return null;
  }

  /** What is asked on these pages only has words of its own. */
  private void add(String question, FieldError error) {
    boolean person = error.field().startsWith("person.");
    errors.add(person ? error : new FieldError(question + error.field(), error.code()));
  }

  /** What was proposed and decided; read once, and not at all by those who name nobody. */
  public NamingView getView() {
    if (view == null) {
      view = namings.of(ref);
    }
    return view;
  }

  /** The proposal that waits, or null. */
  public Naming getWaiting() {
    return getView().waiting().orElse(null);
  }

  /** What was decided, in a line; null while nothing is. */
  public String verdict(Naming naming) {
    if (naming.confirmed() == null) {
      return null;
    }
    return naming.confirmed() ? "The person was named" : "A name was not confirmed";
  }

  /** When it was proposed, and who did. */
  public String proposed(Naming naming) {
    return when(naming.at(), naming.role());
  }

  /** When it was decided, and who did. */
  public String decided(Naming naming) {
    return when(naming.decidedAt(), naming.decidedRole());
  }

  private String when(Instant at, String role) {
    return London.dateTime(at) + ". " + caller.getOptions().roleNames().getOrDefault(role, role);
  }

  public String getRef() {
    return ref;
  }

  public void setRef(String ref) {
    this.ref = ref;
  }

  public String getVersion() {
    return version;
  }

  public void setVersion(String version) {
    this.version = version;
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public DateParts getBorn() {
    return born;
  }

  public String getAddress() {
    return address;
  }

  public void setAddress(String address) {
    this.address = address;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }

  public String getConfirmed() {
    return confirmed;
  }

  public void setConfirmed(String confirmed) {
    this.confirmed = confirmed;
  }
}
