package uk.concordat.web.prosecution;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uk.concordat.prosecution.ActionItem;
import uk.concordat.prosecution.CorrectedDay;
import uk.concordat.prosecution.Defendant;
import uk.concordat.prosecution.FileAnswer;
import uk.concordat.prosecution.FileItem;
import uk.concordat.prosecution.FileVictim;
import uk.concordat.prosecution.FileView;
import uk.concordat.prosecution.Offences;
import uk.concordat.prosecution.Prosecution;
import uk.concordat.web.London;
import uk.concordat.web.prosecution.FilePiece.Line;

/**
 * A file that was started as it is read, part by part. What the reader is not shown and what is not
 * there are said in the same words.
 *
 * @param view as the reader sees it
 * @param offences for their labels
 */
public record FileRead(FileView view, Offences offences) {
  private static final String NONE = "There is nothing here that you see.";

  /** What the police put together. */
  public List<FilePiece> parts() {
    return List.of(
        about(),
        defendants(),
        new FlagWords(view, words()).piece(),
        victims(),
        charges(),
        checklist(),
        asked());
  }

  /** What was decided, each decision a part. */
  public List<FilePiece> decisions() {
    return new DecisionWords(view.file(), words()).pieces(view.decisions());
  }

  private FilePiece about() {
    Prosecution file = view.file();
    List<Line> lines = new ArrayList<>();
    lines.add(new Line("Unique reference number", file.urn() == null ? "None yet" : file.urn()));
    lines.add(new Line("What the police ask for", file.kind().label()));
    lines.add(new Line("Priority", file.priority().label()));
    lines.add(
        new Line(
            "Submitted",
            file.submittedAt() == null ? "Not yet" : London.dateTime(file.submittedAt())));
    if (view.consent() != null) {
      lines.add(
          new Line(
              "Attorney General’s consent",
              view.consent().status().label() + " on " + London.date(view.consent().on())));
    }
    return new FilePiece("about", "What the file is about", null, lines, NONE);
  }

  private FilePiece defendants() {
    List<Line> lines = view.file().defendants().stream().map(this::defendant).toList();
    return new FilePiece("suspected", "Who is suspected", null, lines, NONE);
  }

  private Line defendant(Defendant one) {
    List<String> said = new ArrayList<>();
    said.add(one.state().label() + ", since " + London.dateTime(one.since()));
    if (one.carriedOut() != null) {
      said.add("The police did what was decided on " + London.date(one.carriedOut()));
    }
    view.corrections().stream()
        .filter(corrected -> corrected.defendant() == one.number())
        .forEach(corrected -> said.add(was(corrected)));
    if (one.identity() != null && one.identity().dateOfBirth() != null) {
      boolean youth = one.identity().youth(one.since().atZone(London.ZONE).toLocalDate());
      said.add("Born " + London.date(one.identity().dateOfBirth()) + (youth ? ": under 18" : ""));
    }
    if (one.custody() != null) {
      said.add(held(one.custody()));
    }
    return new Line(words().defendant(one), String.join(". ", said) + ".");
  }

  private static String was(CorrectedDay corrected) {
    return "It was said to be %s until %s, when that was corrected: %s"
        .formatted(
            London.date(corrected.was()), London.dateTime(corrected.at()), corrected.reason());
  }

  private static String held(Defendant.Custody custody) {
    return custody.held().label()
        + (custody.until() == null ? "" : ", custody time limit " + London.date(custody.until()))
        + (custody.pncId() == null ? "" : ". PNC " + custody.pncId());
  }

  private FilePiece victims() {
    List<Line> lines = new ArrayList<>();
    lines.add(new Line("Victim 1", "The person harmed of the referral"));
    for (FileVictim one : view.file().victims()) {
      lines.add(new Line("Victim " + one.number(), victim(one)));
    }
    return new FilePiece("harmed", "Who was harmed", null, lines, NONE);
  }

  private static String victim(FileVictim one) {
    return one.name()
        + (one.died() ? ", who has died" : "")
        + (one.spokesperson() == null ? "" : ". For the family: " + one.spokesperson())
        + (one.safeContact() == null ? "" : ". Told safely: " + one.safeContact());
  }

  private FilePiece charges() {
    List<Line> lines = new ArrayList<>();
    for (Defendant one : view.file().defendants()) {
      view.file()
          .charges(one)
          .forEach(
              charge ->
                  lines.add(
                      new Line(
                          words().charge(charge),
                          words().defendant(one) + ". " + words().detail(charge))));
    }
    return new FilePiece("charges", "Charges that the police propose", null, lines, NONE);
  }

  private FilePiece checklist() {
    List<Line> lines = view.checklist().stream().map(this::answered).toList();
    return new FilePiece("checklist", "What a prosecutor needs", null, lines, NONE);
  }

  private Line answered(FileItem item) {
    Optional<FileAnswer> answer =
        view.file().answers().stream().filter(one -> one.item().equals(item.code())).findFirst();
    return new Line(item.label(), answer.map(FileRead::said).orElse("Nothing that you see."));
  }

  private static String said(FileAnswer answer) {
    String due = answer.dueOn() == null ? "" : " by " + London.date(answer.dueOn());
    return answer.status().label() + due + ". " + answer.words();
  }

  private FilePiece asked() {
    List<Line> lines = view.asked().stream().map(FileRead::asked).toList();
    return new FilePiece("asked", "What prosecutors asked of the police", null, lines, NONE);
  }

  private static Line asked(ActionItem one) {
    String due = one.dueOn() == null ? "" : ", needed by " + London.date(one.dueOn());
    String done =
        one.done() == null
            ? "Not answered yet."
            : "Answered " + London.dateTime(one.doneAt()) + ": " + one.done();
    return new Line(
        one.number() + ". " + one.move().label(),
        one.words() + "\nAsked " + London.dateTime(one.askedAt()) + due + ".\n" + done);
  }

  /** What is in it, in words. */
  FileWords words() {
    return new FileWords(view.file(), offences);
  }
}
