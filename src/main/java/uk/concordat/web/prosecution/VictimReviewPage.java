package uk.concordat.web.prosecution;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.List;
import uk.concordat.kernel.FieldError;
import uk.concordat.kernel.NotFound;
import uk.concordat.prosecution.Defendant;
import uk.concordat.prosecution.FileView;
import uk.concordat.prosecution.OffenceService;
import uk.concordat.prosecution.ReviewMove;
import uk.concordat.prosecution.ReviewService;
import uk.concordat.prosecution.ReviewState;
import uk.concordat.web.PageAddress;
import uk.concordat.web.TypedAnswers;

/** The victim asked for a review of a decision, or what came of that. */
@Named
@RequestScoped
public class VictimReviewPage extends FileForm {
  @Inject ReviewService reviews;
  @Inject OffenceService book;
  private String defendant;
  private String move;

  @PostConstruct
  void named() {
    defendant = PageAddress.parameter("defendant");
  }

  /** What can be said of somebody's now. */
  static List<ReviewMove> possible(FileView view, Defendant one) {
    return view.moves().stream()
        .filter(
            move ->
                switch (move) {
                  case REQUEST_REVIEW -> one.state() == ReviewState.NFA;
                  case UPHOLD, OVERTURN -> one.state() == ReviewState.VRR_REQUESTED;
                  default -> false;
                })
        .toList();
  }

  /**
   * Opens the form.
   *
   * @throws NotFound where the caller says nothing of it now
   */
  public void open() {
    opened(!getPossible().isEmpty());
  }

  /** Keeps it. */
  public String keep() throws IOException {
    var answers = new TypedAnswers();
    ReviewMove chosen =
        TypedAnswers.blank(move) == null
            ? null
            : answers.constant(ReviewMove.class, move, "move", null);
    if (chosen == null) {
      wrong("vrr.", new FieldError("move", "required"));
    }
    return keep(
        answers,
        "vrr.",
        () -> reviews.move(getRef(), getVersion(), chosen, PageAddress.id(defendant)));
  }

  @Override
  String next() {
    return "/prosecution/file.xhtml?faces-redirect=true&ref=" + getRef();
  }

  /** What can be said now. */
  public List<ReviewMove> getPossible() {
    return possible(getView(), getDecided());
  }

  /** On whom it was decided. */
  public Defendant getDecided() {
    if (getView().file() == null) {
      throw new NotFound();
    }
    return getView().file().defendant(PageAddress.id(defendant)).orElseThrow(NotFound::new);
  }

  /** Their name, or what stands for it. */
  public String getWho() {
    return new FileWords(getView().file(), book.offences()).defendant(getDecided());
  }

  public String getDefendant() {
    return defendant;
  }

  public void setDefendant(String defendant) {
    this.defendant = defendant;
  }

  public String getMove() {
    return move;
  }

  public void setMove(String move) {
    this.move = move;
  }
}
