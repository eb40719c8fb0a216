package uk.concordat.web.court;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import uk.concordat.court.Result;
import uk.concordat.court.ResultContent;
import uk.concordat.court.ResultService;
import uk.concordat.kernel.FieldError;
import uk.concordat.kernel.NotFound;
import uk.concordat.kernel.Strand;
import uk.concordat.prosecution.Charge;
import uk.concordat.prosecution.Decision;
import uk.concordat.prosecution.Defendant;
import uk.concordat.prosecution.UpliftProvision;
import uk.concordat.web.ErrorsBean;
import uk.concordat.web.PageAddress;
import uk.concordat.web.TypedAnswers;

/** A prosecutor records what the court made of the case against one defendant. */
@Named
@RequestScoped
public class ResultPage extends CourtForm {
  @Inject ResultService results;
  private final ResultForm form = new ResultForm();
  private String defendant;

  @PostConstruct
  void named() {
    defendant = PageAddress.parameter("defendant");
  }

  /**
   * Opens the form on what stands.
   *
   * @throws NotFound where it is not the caller's, or they were not charged
   */
  public void open() {
    opened(getAbout().carriedOut() != null && CourtBean.goesOn(getAbout()));
    getView().standing(getAbout().id()).map(Result::said).ifPresent(form::fill);
  }

  /** Records it. */
  public String keep() throws IOException {
    var answers = new TypedAnswers();
    ResultContent content = form.content(getCharges(), getStrands(), answers);
    return keep(answers, () -> results.record(getRef(), getVersion(), getAbout().id(), content));
  }

  /** Of a charge and of a strand it is said which one. */
  @Override
  void wrong(FieldError error) {
    String[] path = error.field().split("\\.");
    String words =
        path.length == 3
            ? ErrorsBean.words(new FieldError(ABOUT + path[0] + "." + path[2], error.code()))
            : null;
    if (path[0].equals("findings") && words != null) {
      errors.say(ABOUT + error.field(), "Charge " + path[1] + ": " + words);
    } else if (path[0].equals("strands") && words != null) {
      errors.say(ABOUT + error.field(), Strand.valueOf(path[1]).label() + ": " + words);
    } else if (error.field().equals("strands")) {
      super.wrong(new FieldError("sentence.passed", "no-sentence"));
    } else {
      super.wrong(error);
    }
  }

  /** About whom it is. */
  public Defendant getAbout() {
    if (getView().file().file() == null) {
      throw new NotFound();
    }
    return getView().file().file().defendant(PageAddress.id(defendant)).orElseThrow(NotFound::new);
  }

  /** The charges that were authorised against them. */
  public List<Charge> getCharges() {
    return getView().file().file().charges(getAbout()).stream()
        .filter(
            charge ->
                getView()
                    .file()
                    .standing(getAbout())
                    .filter(last -> last.charges().contains(charge.number()))
                    .isPresent())
        .toList();
  }

  /** On which strands they are prosecuted as hate. */
  public Set<Strand> getStrands() {
    return getView()
        .file()
        .standing(getAbout())
        .map(Decision::prosecuted)
        .map(prosecuted -> prosecuted.keySet())
        .orElse(Set.of());
  }

  /** By which provisions hostility on a strand can be counted. */
  public List<UpliftProvision> provisions(Strand strand) {
    return results.uplifts().provisions().stream().filter(one -> one.strand() == strand).toList();
  }

  /** Whether something stands, which the new result goes on from or supersedes. */
  public boolean isStands() {
    return getView().standing(getAbout().id()).isPresent();
  }

  /** What can be chosen. */
  public CourtChoices getChoices() {
    return new CourtChoices();
  }

  /** What was typed. */
  public ResultForm getForm() {
    return form;
  }

  public String getDefendant() {
    return defendant;
  }

  public void setDefendant(String defendant) {
    this.defendant = defendant;
  }
}
