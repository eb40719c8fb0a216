package uk.concordat.web.victim;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import uk.concordat.access.Refused;
import uk.concordat.kernel.FieldError;
import uk.concordat.kernel.InvalidInput;
import uk.concordat.kernel.NotFound;
import uk.concordat.kernel.StaleVersion;
import uk.concordat.referral.GuardRefused;
import uk.concordat.victim.ImpossibleReviewMove;
import uk.concordat.victim.ReviewMove;
import uk.concordat.victim.Reviewable;
import uk.concordat.victim.RightToReviewService;
import uk.concordat.web.DateParts;
import uk.concordat.web.ErrorsBean;
import uk.concordat.web.PageAddress;
import uk.concordat.web.TypedAnswers;

/** What the person harmed says of a review, or what is decided on it. */
@Named("victimReviewPage")
@RequestScoped
public class ReviewPage {
  @Inject RightToReviewService reviews;
  @Inject ErrorsBean errors;
  @Inject Clock clock;
  private String ref;
  private String review;
  private String version = "";
  private Reviewable seen;
  private String move;
  private DateParts on = new DateParts();
  private String words;

  /** One thing that can be said. */
  public record Choice(String value, String label) {}

  /** The address is known before the view parameter is. */
  @PostConstruct
  void address() {
    ref = PageAddress.parameter("ref");
    review = PageAddress.parameter("review");
  }

  /**
   * Opens the form.
   *
   * @throws NotFound where there is no such review, or nothing that the caller can say of it
   */
  public void open() {
    if (getSeen().moves().isEmpty()) {
      throw new NotFound();
    }
    ref = getSeen().reference();
    version = String.valueOf(getSeen().review().version());
  }

  /** The review as the caller sees it. */
  public Reviewable getSeen() {
    if (seen == null) {
      UUID id = PageAddress.id(review);
      seen =
          reviews.of(ref).stream()
              .filter(one -> one.review().id().equals(id))
              .findFirst()
              .orElseThrow(NotFound::new);
    }
    return seen;
  }

  /** Keeps it; or stays, and says what is wrong. */
  public String keep() throws IOException {
    var answers = new TypedAnswers();
    ReviewMove chosen =
        TypedAnswers.blank(move) == null
            ? null
            : answers.constant(ReviewMove.class, move, "move", null);
    boolean said = chosen != null && chosen.mover() == ReviewMove.Mover.TIMEKEEPER;
    LocalDate day = said ? answers.date(on, "on", null) : null;
    answers.wrong().forEach(this::wrong);
    if (chosen == null) {
      wrong(new FieldError("move", "required"));
    }
    return errors.isAny() ? null : kept(chosen, day);
  }

  private String kept(ReviewMove chosen, LocalDate day) throws IOException {
    try {
      long seenVersion = version.matches("\\d{1,9}") ? Long.parseLong(version) : -1;
      if (chosen.mover() == ReviewMove.Mover.TIMEKEEPER) {
        reviews.say(ref, PageAddress.id(review), seenVersion, chosen, day);
      } else {
        reviews.decide(ref, PageAddress.id(review), seenVersion, chosen, TypedAnswers.blank(words));
      }
      return "/victim/told.xhtml?faces-redirect=true&ref=" + ref;
    } catch (InvalidInput invalid) {
      invalid.errors().forEach(this::wrong);
    } catch (StaleVersion faster) {
      errors.add(new FieldError("", "changed-since"));
      seen = null;
      version = String.valueOf(getSeen().review().version());
    } catch (GuardRefused | Refused | ImpossibleReviewMove changed) {
      PageAddress.changedMeanwhile();
    }
    return null;
  }

  private void wrong(FieldError error) {
    if (error.code().equals("too-late")) {
      errors.say("vrr.on", ReviewWords.over(getSeen().window()));
    } else {
      errors.add(new FieldError("vrr." + error.field(), error.code()));
    }
  }

  /** What can be said of it now. */
  public List<Choice> getChoices() {
    return getSeen().moves().stream()
        .map(one -> new Choice(one.name(), ReviewWords.choice(one, getSeen().review().state())))
        .toList();
  }

  /** What was decided, and where its review stands. */
  public String getStands() {
    return ReviewWords.decided(getSeen().review())
        + ". "
        + new ReviewWords(clock.instant()).stands(getSeen());
  }

  /** Whether something that they said can be written down. */
  public boolean isSays() {
    return by(ReviewMove.Mover.TIMEKEEPER);
  }

  /** Whether the caller decides on it. */
  public boolean isDecides() {
    return by(ReviewMove.Mover.OTHER_DECIDER);
  }

  private boolean by(ReviewMove.Mover mover) {
    return getSeen().moves().stream().anyMatch(one -> one.mover() == mover);
  }

  public String getRef() {
    return ref;
  }

  public void setRef(String ref) {
    this.ref = ref;
  }

  public String getReview() {
    return review;
  }

  public void setReview(String review) {
    this.review = review;
  }

  public String getVersion() {
    return version;
  }

  public void setVersion(String version) {
    this.version = version;
  }

  public String getMove() {
    return move;
  }

  public void setMove(String move) {
    this.move = move;
  }

  public DateParts getOn() {
    return on;
  }

  public String getWords() {
    return words;
  }

  public void setWords(String words) {
    this.words = words;
  }
}
