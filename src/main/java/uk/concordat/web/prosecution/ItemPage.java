package uk.concordat.web.prosecution;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.io.IOException;
import uk.concordat.kernel.NotFound;
import uk.concordat.prosecution.FileAnswer;
import uk.concordat.prosecution.FileItem;
import uk.concordat.web.DateParts;
import uk.concordat.web.PageAddress;
import uk.concordat.web.TypedAnswers;

/** Says what the file holds of one thing that a prosecutor needs. */
@Named("fileItemPage")
@RequestScoped
public class ItemPage extends FileForm {
  private String item;
  private String status;
  private String said;
  private DateParts dueOn = new DateParts();

  @PostConstruct
  void named() {
    item = PageAddress.parameter("item");
  }

  /**
   * Opens the form; what was said before is filled in.
   *
   * @throws NotFound where the checklist of today has no such item
   */
  public void open() {
    openedToWrite();
    getAsked();
    getView().file().answers().stream()
        .filter(one -> one.item().equals(item))
        .findFirst()
        .ifPresent(this::fill);
  }

  private void fill(FileAnswer answer) {
    status = answer.status().name();
    said = answer.words();
    dueOn = DateParts.of(answer.dueOn());
  }

  /** Keeps it. */
  public String keep() throws IOException {
    var answers = new TypedAnswers();
    var answer =
        new FileAnswer(
            item,
            TypedAnswers.blank(status) == null
                ? null
                : answers.constant(FileAnswer.Status.class, status, "status", null),
            TypedAnswers.blank(said),
            answers.date(dueOn, "dueOn", null));
    return keep(answers, "item.", () -> files.answer(getRef(), getVersion(), answer));
  }

  /** What is asked for. */
  public FileItem getAsked() {
    return getView().checklist().stream()
        .filter(one -> one.code().equals(item))
        .findFirst()
        .orElseThrow(NotFound::new);
  }

  public String getItem() {
    return item;
  }

  public void setItem(String item) {
    this.item = item;
  }

  public String getStatus() {
    return status;
  }

  public void setStatus(String status) {
    this.status = status;
  }

  public String getSaid() {
    return said;
  }

  public void setSaid(String said) {
    this.said = said;
  }

  public DateParts getDueOn() {
    return dueOn;
  }
}
