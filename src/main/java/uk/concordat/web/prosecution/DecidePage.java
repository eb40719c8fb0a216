package uk.concordat.web.prosecution;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import uk.concordat.kernel.FieldError;
import uk.concordat.kernel.InvalidInput;
import uk.concordat.kernel.NotFound;
import uk.concordat.kernel.Strand;
import uk.concordat.prosecution.Charge;
import uk.concordat.prosecution.CodeTest;
import uk.concordat.prosecution.DecisionContent;
import uk.concordat.prosecution.DecisionDraftService;
import uk.concordat.prosecution.DecisionService;
import uk.concordat.prosecution.Defendant;
import uk.concordat.prosecution.HostilityTest;
import uk.concordat.prosecution.ReviewMove;
import uk.concordat.referral.GuardRefused;
import uk.concordat.web.ErrorsBean;
import uk.concordat.web.London;
import uk.concordat.web.PageAddress;
import uk.concordat.web.TypedAnswers;

/** A prosecutor decides on one defendant, step by step, with the file beside it. */
@Named
@RequestScoped
public class DecidePage extends FileForm {
  @Inject DecisionService decisions;
  @Inject FileReader reader;
  @Inject DecisionDraftService drafts;
  private final DecisionForm form = new DecisionForm();
  private String defendant;
  private Set<Strand> flagged;
  private String keptAt;

  @PostConstruct
  void named() {
    defendant = PageAddress.parameter("defendant");
  }

  /**
   * Opens the form, with what the caller had typed before and did not record.
   *
   * @throws NotFound where the caller decides nothing on them now
   */
  public void open() {
    opened(!getPossible().isEmpty());
    drafts
        .find(getRef(), getDecided().id())
        .ifPresent(
            draft -> {
              new DraftedDecision(form).fill(draft.answers());
              keptAt = London.dateTime(draft.keptAt());
            });
  }

  /** Keeps what was typed, in the background while somebody types; answers a status. */
  public String save() {
    var faces = FacesContext.getCurrentInstance();
    int status = HttpServletResponse.SC_NO_CONTENT;
    try {
      drafts.keep(getRef(), PageAddress.id(defendant), new DraftedDecision(form).typed());
    } catch (InvalidInput tooMuch) {
      status = HttpServletResponse.SC_BAD_REQUEST;
    } catch (GuardRefused meanwhile) {
      status = HttpServletResponse.SC_CONFLICT;
    }
    faces.getExternalContext().setResponseStatus(status);
    faces.responseComplete();
    return null;
  }

  /** Records the decision. */
  public String keep() throws IOException {
    var answers = new TypedAnswers();
    String typed = TypedAnswers.blank(form.getDecision());
    ReviewMove move =
        typed == null ? null : answers.constant(ReviewMove.class, typed, "decision", null);
    if (move == null) {
      errors.add(new FieldError("review.decision", "required"));
    }
    DecisionContent content =
        form.content(move == null ? ReviewMove.CHARGE_FULL_CODE : move, getFlagged(), answers);
    return keep(
        answers,
        "review.",
        () -> decisions.decide(getRef(), getVersion(), PageAddress.id(defendant), move, content));
  }

  /** Of a limb and of a charge it is said which one. */
  @Override
  void wrong(String about, FieldError error) {
    String[] path = error.field().split("\\.");
    if (path[0].equals("hostility") && path.length == 4) {
      errors.say(about + error.field(), limb(path) + missing(path[3], error.code()));
    } else if (error.field().equals("test") || error.field().equals("hostility")) {
      errors.say(
          about + "decision",
          ErrorsBean.words(new FieldError("review.test", "not-of-this-decision")));
    } else if (path[0].equals("charges") && path.length == 2) {
      errors.say(
          about + "charges", "Charge " + path[1] + ": " + ErrorsBean.words(charge(error.code())));
    } else {
      super.wrong(about, error);
    }
  }

  private static FieldError charge(String code) {
    return new FieldError("review.charge", code);
  }

  private static String limb(String[] path) {
    return Strand.valueOf(path[1]).label()
        + ". "
        + HostilityTest.Limb.valueOf(path[2]).label()
        + ": ";
  }

  private static String missing(String what, String code) {
    return code.equals("too-long") || code.equals("invalid-character")
        ? ErrorsBean.words(new FieldError("", code))
        : what.equals("provable") ? "say whether it can be proved" : "say what the evidence is";
  }

  @Override
  String next() {
    return "/prosecution/file.xhtml?faces-redirect=true&ref=" + getRef();
  }

  /** The decisions that can be made now. */
  public List<ReviewMove> getPossible() {
    return DecisionForm.possible(getView(), getDecided());
  }

  /** On whom it is decided. */
  public Defendant getDecided() {
    if (getView().file() == null) {
      throw new NotFound();
    }
    return getView().file().defendant(PageAddress.id(defendant)).orElseThrow(NotFound::new);
  }

  /** What the police propose to charge them with. */
  public List<Charge> getProposed() {
    return getView().file().charges(getDecided());
  }

  /** The strands on which the case is flagged. */
  public Set<Strand> getFlagged() {
    if (flagged == null) {
      flagged = getView().flags().of(PageAddress.id(getDefendant()));
    }
    return flagged;
  }

  /** Both limbs of hostility. */
  public List<HostilityTest.Limb> getLimbs() {
    return Arrays.asList(HostilityTest.Limb.values());
  }

  /** The five conditions of the Threshold Test. */
  public CodeTest.Condition[] getConditions() {
    return CodeTest.Condition.values();
  }

  /** What is in the file, in words. */
  public FileWords getWords() {
    return new FileWords(getView().file(), reader.offences());
  }

  /** The file, part by part. */
  public FileRead getRead() {
    return new FileRead(getView(), reader.offences());
  }

  /** When what was typed before was kept last; null where nothing was. */
  public String getKeptAt() {
    return keptAt;
  }

  /** What was typed. */
  public DecisionForm getForm() {
    return form;
  }

  public String getDefendant() {
    return defendant;
  }

  public void setDefendant(String defendant) {
    this.defendant = defendant;
  }
}
