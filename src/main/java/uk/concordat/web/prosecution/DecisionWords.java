package uk.concordat.web.prosecution;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import uk.concordat.prosecution.CodeTest;
import uk.concordat.prosecution.Decision;
import uk.concordat.prosecution.HostilityTest;
import uk.concordat.prosecution.Prosecution;
import uk.concordat.web.London;
import uk.concordat.web.prosecution.FilePiece.Line;

/**
 * Says what was decided; the advice behind it where the reader is shown it.
 *
 * @param file as the reader sees it
 * @param words for who and what is in it
 */
record DecisionWords(Prosecution file, FileWords words) {

  /** Each decision as a part, newest first. */
  List<FilePiece> pieces(List<Decision> decisions) {
    List<FilePiece> all = new ArrayList<>();
    for (Decision one : decisions) {
      all.add(0, piece(one));
    }
    return all;
  }

  private FilePiece piece(Decision one) {
    List<Line> lines = new ArrayList<>();
    lines.add(new Line("Decided", London.dateTime(one.at())));
    lines.add(new Line("Why, as the police read it", one.told()));
    if (!one.charges().isEmpty()) {
      lines.add(new Line("Charges authorised", charges(one)));
    }
    one.prosecuted()
        .forEach(
            (strand, provable) ->
                lines.add(new Line("As hate: " + strand.label(), provable.label())));
    if (one.test() != null) {
      lines.addAll(advice(one.test()));
    }
    one.hostility().stream().map(DecisionWords::limb).forEach(lines::add);
    return new FilePiece(
        "decision-" + one.id(),
        who(one) + ": " + one.kind().label(),
        one.test() == null ? null : "Holds privileged advice: prosecutors only",
        lines,
        null);
  }

  private String who(Decision one) {
    return file.defendant(one.defendant()).map(words::defendant).orElse("Defendant");
  }

  private String charges(Decision one) {
    return one.charges().stream().map(this::charge).collect(Collectors.joining("\n"));
  }

  private String charge(int number) {
    return file.charges().stream()
        .filter(one -> one.number() == number)
        .map(words::charge)
        .findFirst()
        .orElse("Charge " + number);
  }

  private static List<Line> advice(CodeTest test) {
    List<Line> lines = new ArrayList<>();
    lines.add(
        new Line("Advice: evidential stage", met(test.evidentialMet()) + ". " + test.evidential()));
    if (test.publicInterest() != null) {
      lines.add(
          new Line(
              "Advice: public interest stage",
              met(test.interestMet()) + ". " + test.publicInterest()));
    }
    if (!test.conditions().isEmpty()) {
      lines.add(
          new Line(
              "Advice: conditions of the Threshold Test",
              test.conditions().stream()
                  .map(CodeTest.Condition::label)
                  .collect(Collectors.joining("\n"))));
    }
    if (test.noAlternative() != null) {
      lines.add(new Line("Advice: why no basic alternative", test.noAlternative()));
    }
    return lines;
  }

  private static String met(Boolean met) {
    return met == null ? "Not weighed" : met ? "Met" : "Not met";
  }

  private static Line limb(HostilityTest test) {
    return new Line(
        "Advice: " + test.strand().label() + ", " + test.limb().label().toLowerCase(Locale.ROOT),
        (Boolean.TRUE.equals(test.provable()) ? "Can be proved. " : "Cannot be proved. ")
            + test.analysis());
  }
}
