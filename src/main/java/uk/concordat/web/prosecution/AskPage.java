package uk.concordat.web.prosecution;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import uk.concordat.kernel.FieldError;
import uk.concordat.kernel.NotFound;
import uk.concordat.prosecution.Asked;
import uk.concordat.prosecution.ReviewMove;
import uk.concordat.prosecution.ReviewService;
import uk.concordat.web.DateParts;
import uk.concordat.web.ErrorsBean;
import uk.concordat.web.PageAddress;
import uk.concordat.web.TypedAnswers;

/** Prosecutors ask the police for something, or advise them: one row a thing. */
@Named("fileAskPage")
@RequestScoped
public class AskPage extends FileForm {
  private static final int MOST = 20;

  @Inject ReviewService reviews;
  private final List<Row> rows = new ArrayList<>();
  private String move;

  /** One thing, as it is typed. */
  public static class Row {
    private String item;
    private String words;
    private DateParts dueOn = new DateParts();

    boolean isEmpty() {
      return TypedAnswers.blank(item) == null
          && TypedAnswers.blank(words) == null
          && dueOn.isEmpty();
    }

    public String getItem() {
      return item;
    }

    public void setItem(String item) {
      this.item = item;
    }

    public String getWords() {
      return words;
    }

    public void setWords(String words) {
      this.words = words;
    }

    public DateParts getDueOn() {
      return dueOn;
    }
  }

  /** As many rows as were shown are read again, and one more where that was asked for. */
  @PostConstruct
  void named() {
    move = PageAddress.parameter("move");
    int shown =
        (int)
            IntStream.range(0, MOST)
                .filter(i -> PageAddress.parameter("ask-asked-" + i + "-words") != null)
                .count();
    int more = PageAddress.parameter("more") == null ? 0 : 1;
    IntStream.range(0, Math.min(MOST, Math.max(1, shown) + more)).forEach(i -> rows.add(new Row()));
  }

  /** Opens the form, for whoever can ask now. */
  public void open() {
    opened(asking() != null && getView().moves().contains(asking()));
  }

  /** Whom it is about: everybody in the file of whom it can be made now. */
  public String getAbout() {
    var words = new FileWords(getView().file(), null);
    return getView().file().leaving(asking()).stream()
        .map(words::defendant)
        .collect(Collectors.joining(", "));
  }

  /** Shows the page again, with what was typed: the row more is there since it was built. */
  public void more() {
    // Nothing is kept by it.
  }

  /**
   * Asks the police, all of it at once.
   *
   * @throws NotFound where the address names no move that asks for something
   */
  public String keep() throws IOException {
    if (asking() == null) {
      throw new NotFound();
    }
    var answers = new TypedAnswers();
    List<Asked> asked = new ArrayList<>();
    for (int i = 0; i <= last(); i++) {
      Row row = rows.get(i);
      asked.add(
          new Asked(
              TypedAnswers.blank(row.item),
              TypedAnswers.blank(row.words),
              answers.date(row.dueOn, "asked." + i + ".dueOn", null)));
    }
    return keep(answers, "ask.", () -> reviews.move(getRef(), getVersion(), asking(), asked));
  }

  /** The last row in which something was typed, or the first: empty ones after it ask nothing. */
  private int last() {
    return IntStream.range(0, rows.size()).filter(i -> !rows.get(i).isEmpty()).max().orElse(0);
  }

  /** The words do not depend on the row. */
  @Override
  void wrong(String about, FieldError error) {
    String[] path = error.field().split("\\.");
    if (path.length == 3) {
      errors.say(
          about + error.field(), ErrorsBean.words(new FieldError("ask." + path[2], error.code())));
    } else {
      super.wrong(about, error);
    }
  }

  @Override
  String next() {
    return "/prosecution/file.xhtml?faces-redirect=true&ref=" + getRef();
  }

  private ReviewMove asking() {
    return ReviewMove.of(String.valueOf(move))
        .filter(ReviewMove::ofFile)
        .filter(one -> one.saying() != ReviewMove.Saying.NOTHING)
        .orElse(null);
  }

  /** The question, by what is done. */
  public String getHeading() {
    return switch (String.valueOf(move)) {
      case "send-back" -> "What does the file lack?";
      case "early-advice" -> "What do you advise?";
      case "action-plan" -> "What do the police have to do, and by when?";
      default -> "What do the police have to find out?";
    };
  }

  /** Whether each thing has to have its day. */
  public boolean isDated() {
    return asking() == ReviewMove.ACTION_PLAN;
  }

  public List<Row> getRows() {
    return rows;
  }

  public String getMove() {
    return move;
  }

  public void setMove(String move) {
    this.move = move;
  }
}
