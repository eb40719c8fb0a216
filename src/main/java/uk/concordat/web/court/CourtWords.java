package uk.concordat.web.court;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import uk.concordat.court.Basis;
import uk.concordat.court.CourtOrder;
import uk.concordat.court.CourtView;
import uk.concordat.court.Finding;
import uk.concordat.court.Hearing;
import uk.concordat.court.Plea;
import uk.concordat.court.Result;
import uk.concordat.court.ResultContent;
import uk.concordat.court.Sentence;
import uk.concordat.court.StrandResult;
import uk.concordat.web.London;
import uk.concordat.web.prosecution.FilePiece;
import uk.concordat.web.prosecution.FilePiece.Line;
import uk.concordat.web.prosecution.FileWords;

/**
 * Says what the court made of a file in words.
 *
 * @param words for who and what is in the file
 */
record CourtWords(CourtView view, FileWords words) {
  private static final String NONE = "There is nothing here that you see.";

  FilePiece hearings() {
    List<Line> lines = view.hearings().stream().map(this::hearing).toList();
    return new FilePiece("hearings", "Hearings", null, lines, NONE);
  }

  private Line hearing(Hearing one) {
    String whom =
        words.file().defendants().stream()
            .filter(each -> one.defendants().contains(each.id()))
            .map(words::defendant)
            .collect(Collectors.joining(", "));
    String came =
        one.outcome() == null
            ? "Nobody has said yet what came of it"
            : one.outcome().label() + (one.reason() == null ? "" : ": " + one.reason().label());
    return new Line(
        one.kind().label() + ", " + London.date(one.on()),
        London.time(one.at()) + ", " + one.court() + ".\n" + whom + ".\n" + came + ".");
  }

  /** Newest first; what no longer stands says so. */
  List<FilePiece> results() {
    List<FilePiece> pieces = new ArrayList<>();
    for (Result one : view.results()) {
      pieces.add(0, result(one));
    }
    return pieces;
  }

  private FilePiece result(Result one) {
    boolean stands = view.standing(one.defendant()).filter(one::equals).isPresent();
    String who = words.file().defendant(one.defendant()).map(words::defendant).orElse("Defendant");
    List<Line> lines = new ArrayList<>();
    ResultContent said = one.said();
    lines.add(new Line("Recorded", London.dateTime(one.at())));
    if (said.supersedes() != null) {
      lines.add(new Line("Why the result before does not stand", said.supersedes()));
    }
    lines.add(new Line("How the case ended", ended(said)));
    said.findings().forEach(finding -> lines.add(finding(finding)));
    if (said.basis() != null) {
      lines.add(new Line("Basis of plea", basis(said.basis())));
    }
    if (said.sentence() != null) {
      lines.add(new Line("Sentence", sentence(said.sentence())));
    }
    said.strands().forEach(strand -> lines.add(strand(strand)));
    return new FilePiece(
        "result-" + one.id(),
        "What the court made of the case against " + who,
        stands ? null : "No longer stands",
        lines,
        null);
  }

  private static String ended(ResultContent said) {
    return said.finalisation() == null
        ? "It is not over"
        : said.finalisation().label()
            + ", "
            + London.date(said.on())
            + (said.reason() == null ? "" : ". Why: " + said.reason().label());
  }

  private Line finding(Finding one) {
    String charge =
        words.file().charges().stream()
            .filter(each -> each.id().equals(one.charge()))
            .map(words::charge)
            .findFirst()
            .orElse("Charge");
    String plea =
        one.plea() == Plea.NONE
            ? one.plea().label()
            : "Pleaded " + lower(one.plea().label()) + " on " + London.date(one.pleaOn());
    String verdict =
        one.verdict() == null
            ? "Nothing was found yet"
            : one.verdict().label() + ", " + London.date(one.foundOn());
    return new Line(charge, plea + ". " + verdict + ".");
  }

  private static String basis(Basis one) {
    return one.kind().label()
        + ". "
        + (Boolean.TRUE.equals(one.hostility()) ? "Hostility is in it." : "Hostility is not in it.")
        + (one.authorisedBy() == null ? "" : " Authorised by " + one.authorisedBy() + ".")
        + (one.consulted() == null
            ? ""
            : one.consulted() ? " The victim was consulted." : " The victim was not consulted.");
  }

  private static String sentence(Sentence one) {
    String orders = one.orders().stream().map(CourtOrder::label).collect(Collectors.joining(", "));
    return one.kind().label()
        + ", "
        + London.date(one.on())
        + ": "
        + one.passed()
        + (one.beforeUplift() == null ? "" : "\nWithout the aggravation: " + one.beforeUplift())
        + (orders.isEmpty() ? "" : "\nOrders: " + orders)
        + (Boolean.TRUE.equals(one.endorsed())
            ? "\nThe record of the hearing says what was said of hostility."
            : "\nThe record of the hearing does not say what was said of hostility.");
  }

  private static Line strand(StrandResult one) {
    return new Line(
        "Sentenced as hate: " + one.strand().label(),
        (Boolean.TRUE.equals(one.sentencedAsHate()) ? "Yes" : "No")
            + ". Uplift asked for: "
            + lower(one.appliedFor().label())
            + (one.why() == null ? "" : " (" + one.why() + ")")
            + ". Uplift announced: "
            + (Boolean.TRUE.equals(one.announced()) ? "yes" : "no")
            + "."
            + (one.provision() == null ? "" : " By " + provision(one.provision()) + "."));
  }

  /** By which Act and section, as its code says. */
  private static String provision(String code) {
    return switch (code) {
      case StrandResult.IN_THE_OFFENCE -> "the offence itself (Crime and Disorder Act 1998)";
      case "SA_2020_66" -> "the Sentencing Act 2020 s.66";
      case "CJA_2003_145" -> "the Criminal Justice Act 2003 s.145";
      case "CJA_2003_146" -> "the Criminal Justice Act 2003 s.146";
      default -> code;
    };
  }

  private static String lower(String label) {
    return label.toLowerCase(Locale.ROOT);
  }
}
