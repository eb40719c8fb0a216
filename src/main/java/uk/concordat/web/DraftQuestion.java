package uk.concordat.web;

import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import uk.concordat.kernel.FieldError;
import uk.concordat.kernel.StaleVersion;

/**
 * One question of a draft, of whatever record: saves what is typed, and goes on when it is
 * answered. What is wrong stays on the page as typed and does not keep the rest from being saved.
 */
public abstract class DraftQuestion {
  /** What is said on the page. */
  @Inject protected ErrorsBean errors;

  /** Reads what was typed. */
  protected final TypedAnswers answers = new TypedAnswers();

  private final List<FieldError> wrong = new ArrayList<>();
  private String ref;
  private String version = "";
  private String savedAt;
  private String then;

  /**
   * A draft as it was kept.
   *
   * @param refused what could not be kept
   * @param missing asks what else it needs to be whole
   */
  public record Saved(
      String version, Instant at, List<FieldError> refused, Supplier<List<FieldError>> missing) {}

  /**
   * Keeps what was typed.
   *
   * @throws StaleVersion where it has changed since the page was opened, or is no draft any more
   */
  protected abstract Saved keep();

  /** The fields that this page asks for, in its order. */
  protected abstract List<String> fields();

  /** Where all answers are checked. */
  protected abstract String checked();

  /** Where to go when this one is answered. */
  protected abstract String after();

  /** Where to go back to. */
  protected abstract String before();

  /** What {@link #before} is about. */
  protected abstract String beforeTopic();

  /** Shows a draft as it is kept. */
  protected void opened(String reference, String version, Instant at) {
    ref = reference;
    this.version = version;
    savedAt = London.time(at.atZone(London.ZONE).toLocalTime());
  }

  /** Saves and goes on, unless something is missing or wrong. */
  public String next() throws IOException {
    try {
      wrong.addAll(saved().missing().get());
    } catch (StaleVersion conflict) {
      PageAddress.changedMeanwhile();
      return null;
    }
    wrong.stream()
        .filter(error -> fields().contains(error.field()))
        .sorted(Comparator.comparing(error -> fields().indexOf(error.field())))
        .forEach(errors::add);
    if (!errors.isAny()) {
      external().redirect(checking() ? checked() : after());
      FacesContext.getCurrentInstance().responseComplete();
    }
    return null;
  }

  /**
   * Saves in the background while somebody types; answers a status, the new version, and whether
   * everything on the page could be saved.
   */
  public String save() {
    ExternalContext answer = external();
    try {
      Saved saved = saved();
      answer.setResponseStatus(HttpServletResponse.SC_NO_CONTENT);
      answer.setResponseHeader("X-Version", saved.version());
      answer.setResponseHeader("X-Saved", wrong.isEmpty() ? "all" : "part");
    } catch (StaleVersion conflict) {
      answer.setResponseStatus(HttpServletResponse.SC_CONFLICT);
    }
    FacesContext.getCurrentInstance().responseComplete();
    return null;
  }

  private Saved saved() {
    Saved saved = keep();
    opened(ref, saved.version(), saved.at());
    wrong.addAll(answers.wrong());
    wrong.addAll(saved.refused());
    return saved;
  }

  private static ExternalContext external() {
    return FacesContext.getCurrentInstance().getExternalContext();
  }

  private boolean checking() {
    return "check".equals(then);
  }

  /** Says that something is wrong on this page. */
  protected void refuse(FieldError error) {
    wrong.add(error);
  }

  /** Where the back link leads. */
  public String getBack() {
    return checking() ? checked() : before();
  }

  /** What the back link leads to. */
  public String getBackTo() {
    return checking() ? "your answers" : beforeTopic();
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

  /** Where to go afterwards: {@code check}, or null for the next question. */
  public String getThen() {
    return then;
  }

  public void setThen(String then) {
    this.then = then;
  }

  /** When the draft was last saved. */
  public String getSavedAt() {
    return savedAt;
  }
}
