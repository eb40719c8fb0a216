package uk.concordat.web.prosecution;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import uk.concordat.access.Refused;
import uk.concordat.kernel.FieldError;
import uk.concordat.kernel.InvalidInput;
import uk.concordat.kernel.NotFound;
import uk.concordat.kernel.StaleVersion;
import uk.concordat.prosecution.CareContent;
import uk.concordat.prosecution.CareStep;
import uk.concordat.prosecution.WitnessCareService;
import uk.concordat.referral.GuardRefused;
import uk.concordat.web.DateParts;
import uk.concordat.web.ErrorsBean;
import uk.concordat.web.PageAddress;
import uk.concordat.web.TypedAnswers;

/** Writes down what became of somebody's special measures or personal statement. */
@Named("witnessCarePage")
@RequestScoped
public class CarePage {
  @Inject WitnessCareService care;
  @Inject CareBean read;
  @Inject ErrorsBean errors;
  private String ref;
  private String version = "";
  private String person;
  private String step;
  private DateParts on = new DateParts();
  private String ground;
  private List<String> measures = List.of();
  private String wish;
  private String words;

  /** The address is known before the view parameter is. */
  @PostConstruct
  void address() {
    ref = PageAddress.parameter("ref");
  }

  /**
   * Opens the form; where there is only one person, it is about them.
   *
   * @throws NotFound where the caller writes nothing down
   */
  public void open() {
    if (!read.isMayAdd()) {
      throw new NotFound();
    }
    ref = read.seen().reference();
    version = String.valueOf(read.seen().version());
    person = getPeople().size() == 1 ? "1" : null;
  }

  /** Keeps it; or stays, and says what is wrong. */
  public String keep() throws IOException {
    var answers = new TypedAnswers();
    CareContent typed = typed(answers);
    answers.wrong().forEach(this::wrong);
    try {
      if (!errors.isAny()) {
        care.add(ref, version.matches("\\d{1,9}") ? Long.parseLong(version) : -1, typed);
        return "/prosecution/file.xhtml?faces-redirect=true&ref=" + ref;
      }
    } catch (InvalidInput invalid) {
      invalid.errors().forEach(this::wrong);
    } catch (StaleVersion faster) {
      errors.add(new FieldError("", "changed-since"));
      version = String.valueOf(care.of(ref).version());
    } catch (GuardRefused | Refused changed) {
      PageAddress.changedMeanwhile();
    }
    return null;
  }

  private CareContent typed(TypedAnswers answers) {
    boolean known = person != null && person.matches("\\d{1,4}");
    return new CareContent(
        known ? Integer.valueOf(person) : null,
        chosen(CareStep.class, step, "step", answers),
        answers.date(on, "on", null),
        chosen(CareContent.Ground.class, ground, "ground", answers),
        Set.copyOf(measures),
        chosen(CareContent.Wish.class, wish, "wish", answers),
        TypedAnswers.blank(words));
  }

  private static <E extends Enum<E>> E chosen(
      Class<E> type, String typed, String field, TypedAnswers answers) {
    return TypedAnswers.blank(typed) == null ? null : answers.constant(type, typed, field, null);
  }

  private void wrong(FieldError error) {
    errors.add(new FieldError("care." + error.field(), error.code()));
  }

  /** Numbers of those whom it can be about. */
  public List<Integer> getPeople() {
    return read.seen().people();
  }

  /** What can be written down. */
  public CareStep[] getSteps() {
    return CareStep.values();
  }

  /** Why somebody is eligible. */
  public CareContent.Ground[] getGrounds() {
    return CareContent.Ground.values();
  }

  /** How a statement is heard. */
  public CareContent.Wish[] getWishes() {
    return CareContent.Wish.values();
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

  public String getPerson() {
    return person;
  }

  public void setPerson(String person) {
    this.person = person;
  }

  public String getStep() {
    return step;
  }

  public void setStep(String step) {
    this.step = step;
  }

  public DateParts getOn() {
    return on;
  }

  public String getGround() {
    return ground;
  }

  public void setGround(String ground) {
    this.ground = ground;
  }

  public List<String> getMeasures() {
    return measures;
  }

  public void setMeasures(List<String> measures) {
    this.measures = measures;
  }

  public String getWish() {
    return wish;
  }

  public void setWish(String wish) {
    this.wish = wish;
  }

  public String getWords() {
    return words;
  }

  public void setWords(String words) {
    this.words = words;
  }
}
