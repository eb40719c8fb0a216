package uk.concordat.web.prosecution;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uk.concordat.prosecution.Charge;
import uk.concordat.prosecution.Defendant;
import uk.concordat.prosecution.FileAnswer;
import uk.concordat.prosecution.FileItem;
import uk.concordat.prosecution.FileView;
import uk.concordat.prosecution.Lack;
import uk.concordat.prosecution.Offences;
import uk.concordat.prosecution.ReviewState;
import uk.concordat.prosecution.SubmissionKind;
import uk.concordat.web.ErrorsBean;

/**
 * What there is to do on a file, part by part, and what lacks: the service says which that is.
 *
 * @param view as whoever prepares the file sees it
 * @param offences for their labels
 */
public record FileTasks(FileView view, Offences offences) {
  static final String ASKED = "asked";

  private static final String PAGE = "/prosecution/";

  /** What it is about. */
  public FileTask about() {
    return FileTask.of(
        "What the file is about",
        page("about", ""),
        lacks("urn", null),
        view.file().urn() == null ? null : "URN " + view.file().urn());
  }

  /** Who is suspected, one line each. */
  public List<FileTask> defendants() {
    return view.file().defendants().stream()
        .map(
            one ->
                new FileTask(
                    words().defendant(one),
                    one.state().withPolice() && one.identity() != null && one.custody() != null
                        ? page("defendant", "&defendant=" + one.id())
                        : null,
                    one.state().label(),
                    null))
        .toList();
  }

  /** Where somebody who was never submitted is taken out. */
  public List<FileTask> leaving() {
    return view.file().defendants().stream()
        .filter(one -> one.state() == ReviewState.PREPARING && one.identity() != null)
        .map(
            one ->
                new FileTask(
                    "Take out " + words().defendant(one),
                    page("take-out", "&what=defendant&id=" + one.id()),
                    null,
                    null))
        .toList();
  }

  /** Their charges, the aggravated one before its alternative. */
  public List<Charged> charged() {
    return view.file().defendants().stream()
        .map(one -> new Charged(words().defendant(one), charges(one), lacksCharge(one)))
        .toList();
  }

  /**
   * The charges of somebody.
   *
   * @param who their name
   * @param lines one a charge; where it is taken out, null where it cannot be now
   * @param lacks whether one is still needed
   */
  public record Charged(String who, List<Line> lines, boolean lacks) {
    /** One charge. */
    public record Line(String label, String detail, String out) {}
  }

  private List<Charged.Line> charges(Defendant one) {
    return view.file().charges(one).stream()
        .map(charge -> line(charge, one.state().withPolice()))
        .toList();
  }

  private Charged.Line line(Charge charge, boolean open) {
    String warning =
        charge.strands().isEmpty() || hasAlternative(charge) ? "" : " It has no basic alternative.";
    return new Charged.Line(
        words().charge(charge),
        words().detail(charge) + warning,
        open ? page("take-out", "&what=charge&id=" + charge.id()) : null);
  }

  private boolean hasAlternative(Charge charge) {
    return view.file().charges().stream()
        .anyMatch(one -> one.alternative() != null && one.alternative() == charge.number());
  }

  private boolean lacksCharge(Defendant one) {
    return view.file().kind() == SubmissionKind.CHARGING_DECISION && lacks("charges", one.number());
  }

  /** The checklist, with what was said of each item. */
  public List<FileTask> checklist() {
    return view.checklist().stream().map(this::item).toList();
  }

  private FileTask item(FileItem item) {
    Optional<FileAnswer> answer =
        view.file().answers().stream().filter(one -> one.item().equals(item.code())).findFirst();
    String status = answer.map(one -> one.status().label()).orElse("Not said yet");
    return FileTask.of(
        item.label(),
        page("item", "&item=" + item.code()),
        lacks("answers." + item.code(), null),
        status);
  }

  /** What prosecutors asked, newest last. */
  public List<FileTask> asked() {
    return view.asked().stream()
        .map(
            one ->
                FileTask.of(
                    one.number() + ". " + one.words(),
                    one.done() == null ? page("asked", "&number=" + one.number()) : null,
                    one.done() == null,
                    "Answered"))
        .toList();
  }

  /**
   * Something that lacks, and where it is mended.
   *
   * @param anchor of the line, to which the error leads
   */
  public record Lacking(String anchor, String label, String href) {}

  /** All that lacks, each said once. */
  public List<Lacking> lacking() {
    List<Lacking> all = new ArrayList<>();
    view.lacks().forEach(lack -> all.add(new Lacking(anchor(lack), said(lack), where(lack))));
    long open = view.asked().stream().filter(one -> one.done() == null).count();
    if (open > 0) {
      all.add(new Lacking(ASKED, notAnswered(), page("prepare", "#asked")));
    }
    return all;
  }

  /** That something waits for an answer. */
  public String notAnswered() {
    return "Answer everything that prosecutors asked of you";
  }

  /** The field that the service calls a lack by. */
  public static String field(Lack lack) {
    return lack.defendant() == null ? lack.field() : lack.field() + "." + lack.defendant();
  }

  private static String anchor(Lack lack) {
    return ErrorsBean.id(field(lack));
  }

  /** What lacks, as a sentence. */
  public String said(Lack lack) {
    return switch (lack.field()) {
      case "urn" -> "Enter the unique reference number (URN)";
      case "defendants" -> "Add who is suspected";
      case "charges" -> "Propose a charge for " + name(lack.defendant());
      default -> "Put into the file: " + label(lack.field().substring("answers.".length()));
    };
  }

  private String where(Lack lack) {
    return switch (lack.field()) {
      case "urn" -> page("about", "");
      case "defendants" -> page("defendant", "");
      case "charges" -> page("charge", "");
      default -> page("item", "&item=" + lack.field().substring("answers.".length()));
    };
  }

  private String name(int number) {
    return view.file().defendants().stream()
        .filter(one -> one.number() == number)
        .map(words()::defendant)
        .findFirst()
        .orElse("defendant " + number);
  }

  private String label(String code) {
    return view.checklist().stream()
        .filter(one -> one.code().equals(code))
        .map(FileItem::label)
        .findFirst()
        .orElse(code);
  }

  private boolean lacks(String field, Integer defendant) {
    return view.lacks().contains(new Lack(field, defendant));
  }

  private String page(String name, String more) {
    return PAGE + name + ".xhtml?ref=" + view.reference() + more;
  }

  private FileWords words() {
    return new FileWords(view.file(), offences);
  }
}
