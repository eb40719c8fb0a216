package uk.concordat.web.prosecution;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.io.IOException;
import uk.concordat.prosecution.FileContent;
import uk.concordat.prosecution.Priority;
import uk.concordat.prosecution.SubmissionKind;
import uk.concordat.web.TypedAnswers;

/** Starts a file, or says anew what it is about. */
@Named("fileAboutPage")
@RequestScoped
public class AboutPage extends FileForm {
  private String urn;
  private String kind;
  private String priority;

  /** Opens the form. */
  public void open() {
    opened(getView().prepares());
    var file = getView().file();
    if (file != null) {
      urn = file.urn();
      kind = file.kind().name();
      priority = file.priority().name();
    }
  }

  /** Keeps it. */
  public String keep() throws IOException {
    var answers = new TypedAnswers();
    var content =
        new FileContent(
            TypedAnswers.blank(urn),
            TypedAnswers.blank(kind) == null
                ? null
                : answers.constant(SubmissionKind.class, kind, "kind", null),
            TypedAnswers.blank(priority) == null
                ? null
                : answers.constant(Priority.class, priority, "priority", null));
    return keep(answers, "about.", () -> files.keep(getRef(), getVersion(), content));
  }

  /** What can be asked of prosecutors. */
  public SubmissionKind[] getKinds() {
    return SubmissionKind.values();
  }

  /** How soon they decide. */
  public Priority[] getPriorities() {
    return Priority.values();
  }

  public String getUrn() {
    return urn;
  }

  public void setUrn(String urn) {
    this.urn = urn;
  }

  public String getKind() {
    return kind;
  }

  public void setKind(String kind) {
    this.kind = kind;
  }

  public String getPriority() {
    return priority;
  }

  public void setPriority(String priority) {
    this.priority = priority;
  }
}
