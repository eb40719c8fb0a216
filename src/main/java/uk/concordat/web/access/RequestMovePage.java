package uk.concordat.web.access;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import uk.concordat.access.AccessRequest;
import uk.concordat.access.DataClass;
import uk.concordat.access.RequestMove;
import uk.concordat.kernel.FieldError;
import uk.concordat.kernel.InvalidInput;
import uk.concordat.kernel.NotFound;
import uk.concordat.kernel.StaleVersion;
import uk.concordat.referral.AccessRequestService;
import uk.concordat.referral.GuardRefused;
import uk.concordat.referral.NotCovered;
import uk.concordat.web.ErrorsBean;
import uk.concordat.web.PageAddress;
import uk.concordat.web.SignedInBean;
import uk.concordat.web.referral.Words;

/** What is done with a request for access, each on a page of its own. */
@Named
@RequestScoped
public class RequestMovePage {
  @Inject AccessRequestService requests;
  @Inject SignedInBean caller;
  @Inject ErrorsBean errors;
  @Inject Clock clock;
  private String id;
  private long version;
  private List<String> classes = List.of();
  private String text;
  private AccessRequest request;

  /** The address is known before the view parameters are: a posted page asks early. */
  @PostConstruct
  void address() {
    id = PageAddress.parameter("id");
  }

  /**
   * Opens the page on the version that is moved.
   *
   * @throws NotFound where it is not the caller's to make this move now
   */
  public void open(String move) {
    if (!getRequest().moves(clock.instant()).contains(RequestMove.valueOf(move))) {
      throw new NotFound();
    }
    version = request.version();
  }

  /** Gives what was selected. */
  public String approve() throws IOException {
    Set<DataClass> given =
        getOffered().stream()
            .filter(one -> classes.contains(one.name()))
            .collect(Collectors.toSet());
    if (given.isEmpty()) {
      errors.add(new FieldError("approval.dataClasses", "required"));
      return null;
    }
    return move("approval", () -> requests.approve(request.id(), version, given, text));
  }

  /** Says no. */
  public String refuse() throws IOException {
    return move("refusal", () -> requests.refuse(PageAddress.id(id), version, text));
  }

  /** Asks the requester something. */
  public String ask() throws IOException {
    return move("question", () -> requests.askBack(PageAddress.id(id), version, text));
  }

  /** Answers the decider. */
  public String answer() throws IOException {
    return move("answer", () -> requests.answer(PageAddress.id(id), version, text));
  }

  /** Takes it back. */
  public String withdraw() throws IOException {
    return move("withdrawal", () -> requests.withdraw(PageAddress.id(id), version));
  }

  /** Ends the sight that was given. */
  public String revoke() throws IOException {
    return move("revocation", () -> requests.revoke(PageAddress.id(id), version));
  }

  private String move(String form, Supplier<AccessRequest> made) throws IOException {
    try {
      return "/access/request.xhtml?faces-redirect=true&id=" + made.get().id();
    } catch (InvalidInput invalid) {
      invalid.errors().stream()
          .map(error -> new FieldError(form + "." + error.field(), error.code()))
          .forEach(errors::add);
    } catch (NotCovered uncovered) {
      errors.say("approval.dataClasses", missing(uncovered));
    } catch (StaleVersion | GuardRefused changed) {
      PageAddress.changedMeanwhile();
    }
    return null;
  }

  /** Which piece of an agreement is missing, in words. */
  private String missing(NotCovered uncovered) {
    RequestRow row = getRow();
    String with = new Words(caller.getOptions()).agency(getRequest().agency());
    String asked = row.getPurpose().toLowerCase(java.util.Locale.UK);
    List<String> parts =
        DataClass.ofRecord().stream()
            .filter(one -> uncovered.missing().stream().anyMatch(m -> m.field().equals(one.name())))
            .map(DataClass::label)
            .toList();
    return parts.isEmpty()
        ? "No sharing agreement with %s is in force for the purpose of %s. Ask your information governance officer"
            .formatted(with, asked)
        : "No sharing agreement with %s in force for the purpose of %s covers: %s. Select less, or ask your information governance officer"
            .formatted(with, asked, String.join(", ", parts));
  }

  /** The request that is moved. */
  public AccessRequest getRequest() {
    if (request == null) {
      request = requests.read(PageAddress.id(id));
    }
    return request;
  }

  /** The same in words. */
  public RequestRow getRow() {
    return new RequestRow(getRequest(), new Words(caller.getOptions()), clock.instant());
  }

  /** What can be given: what was asked for; the header comes with it. */
  public List<DataClass> getOffered() {
    return getRequest().dataClasses().stream().filter(one -> one != DataClass.D1).sorted().toList();
  }

  /** Where the request itself is. */
  public String getBack() {
    return getRow().getHref();
  }

  public String getId() {
    return id;
  }

  public void setId(String id) {
    this.id = id;
  }

  /** The state that the page was opened on. */
  public long getVersion() {
    return version;
  }

  public void setVersion(long version) {
    this.version = version;
  }

  public List<String> getClasses() {
    return classes;
  }

  public void setClasses(List<String> classes) {
    this.classes = classes;
  }

  public String getText() {
    return text;
  }

  public void setText(String text) {
    this.text = text;
  }
}
