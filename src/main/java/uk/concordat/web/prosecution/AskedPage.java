package uk.concordat.web.prosecution;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import uk.concordat.kernel.NotFound;
import uk.concordat.prosecution.ActionItem;
import uk.concordat.prosecution.ReviewService;
import uk.concordat.web.PageAddress;
import uk.concordat.web.TypedAnswers;

/** The police answer one thing that prosecutors asked of them. */
@Named("fileAskedPage")
@RequestScoped
public class AskedPage extends FileForm {
  @Inject ReviewService reviews;
  private String number;
  private String done;

  @PostConstruct
  void named() {
    number = PageAddress.parameter("number");
  }

  /**
   * Opens the form.
   *
   * @throws NotFound where nothing of that number waits for an answer
   */
  public void open() {
    openedToWrite();
    if (getAsked().done() != null) {
      throw new NotFound();
    }
  }

  /** Keeps the answer. */
  public String keep() throws IOException {
    return keep(
        new TypedAnswers(),
        "asked.",
        () -> reviews.done(getRef(), getVersion(), getAsked().number(), TypedAnswers.blank(done)));
  }

  /** What was asked. */
  public ActionItem getAsked() {
    return getView().asked().stream()
        .filter(one -> String.valueOf(one.number()).equals(number))
        .findFirst()
        .orElseThrow(NotFound::new);
  }

  public String getNumber() {
    return number;
  }

  public void setNumber(String number) {
    this.number = number;
  }

  public String getDone() {
    return done;
  }

  public void setDone(String done) {
    this.done = done;
  }
}
