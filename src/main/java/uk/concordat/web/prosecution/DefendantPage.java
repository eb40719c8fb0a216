package uk.concordat.web.prosecution;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import uk.concordat.kernel.NotFound;
import uk.concordat.prosecution.Defendant;
import uk.concordat.prosecution.DefendantContent;
import uk.concordat.prosecution.DefendantService;
import uk.concordat.prosecution.Held;
import uk.concordat.web.DateParts;
import uk.concordat.web.PageAddress;
import uk.concordat.web.TypedAnswers;

/** Writes down who is suspected: somebody new, or anew who is there already. */
@Named
@RequestScoped
public class DefendantPage extends FileForm {
  @Inject DefendantService defendants;
  private String defendant;
  private String name;
  private DateParts dateOfBirth = new DateParts();
  private String pncId;
  private String held;
  private DateParts custodyUntil = new DateParts();

  @PostConstruct
  void named() {
    defendant = PageAddress.parameter("defendant");
  }

  /**
   * Opens the form.
   *
   * @throws NotFound where the address names nobody whose part of the file is open
   */
  public void open() {
    openedToWrite();
    if (isKnown()) {
      fill(
          getView()
              .file()
              .defendant(PageAddress.id(defendant))
              .filter(one -> one.state().withPolice())
              .filter(one -> one.identity() != null && one.custody() != null)
              .orElseThrow(NotFound::new));
    }
  }

  private void fill(Defendant one) {
    name = one.identity().name();
    dateOfBirth = DateParts.of(one.identity().dateOfBirth());
    pncId = one.custody().pncId();
    held = one.custody().held().name();
    custodyUntil = DateParts.of(one.custody().until());
  }

  /** Keeps it. */
  public String keep() throws IOException {
    var answers = new TypedAnswers();
    var content =
        new DefendantContent(
            TypedAnswers.blank(name),
            answers.date(dateOfBirth, "dateOfBirth", null),
            TypedAnswers.blank(pncId),
            TypedAnswers.blank(held) == null
                ? null
                : answers.constant(Held.class, held, "held", null),
            answers.date(custodyUntil, "custodyUntil", null));
    return keep(
        answers,
        "defendant.",
        () -> {
          if (isKnown()) {
            defendants.change(getRef(), getVersion(), PageAddress.id(defendant), content);
          } else {
            defendants.add(getRef(), getVersion(), content);
          }
        });
  }

  /** Whether somebody who is there already is written down anew. */
  public boolean isKnown() {
    return TypedAnswers.blank(defendant) != null;
  }

  /** Whether they are held, in all its forms. */
  public Held[] getHolds() {
    return Held.values();
  }

  public String getDefendant() {
    return defendant;
  }

  public void setDefendant(String defendant) {
    this.defendant = defendant;
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public DateParts getDateOfBirth() {
    return dateOfBirth;
  }

  public String getPncId() {
    return pncId;
  }

  public void setPncId(String pncId) {
    this.pncId = pncId;
  }

  public String getHeld() {
    return held;
  }

  public void setHeld(String held) {
    this.held = held;
  }

  public DateParts getCustodyUntil() {
    return custodyUntil;
  }
}
