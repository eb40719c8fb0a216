package uk.concordat.court;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import uk.concordat.kernel.FieldError;
import uk.concordat.kernel.Strand;
import uk.concordat.prosecution.Charge;
import uk.concordat.prosecution.Defendant;
import uk.concordat.prosecution.FileBook;
import uk.concordat.prosecution.OffenceBook;
import uk.concordat.prosecution.ReviewState;

/** A result as a test needs it: a guilty plea to an aggravated assault, changed at will. */
final class Drafted {
  static final LocalDate CHARGED = LocalDate.parse("2026-11-20");
  static final LocalDate DAY = LocalDate.parse("2026-11-25");
  static final Charge AGGRAVATED =
      FileBook.charge(1, FileBook.FIRST, "ZZ26104", Strand.RAC, null, "2026-11-17");
  static final Charge BASIC = FileBook.charge(2, FileBook.FIRST, "ZZ26004", null, 1, "2026-11-17");

  Finalisation finalisation = Finalisation.GUILTY_PLEA;
  ReasonGroup reason;
  LocalDate on = DAY;
  List<Finding> findings =
      new ArrayList<>(
          List.of(
              finding(AGGRAVATED, Plea.GUILTY, Verdict.GUILTY),
              finding(BASIC, Plea.NONE, Verdict.NOT_PROCEEDED)));
  Basis basis = new Basis(Basis.Kind.FULL_FACTS, true, null, null);
  Sentence sentence = sentence(Sentence.Kind.FINE, "£120", DAY);
  List<StrandResult> strands =
      new ArrayList<>(
          List.of(
              new StrandResult(
                  Strand.RAC, true, AppliedFor.YES, null, true, StrandResult.IN_THE_OFFENCE)));
  String supersedes;
  ResultContent standing;
  Set<Strand> flagged = Set.of(Strand.RAC);
  List<Charge> charges = List.of(AGGRAVATED, BASIC);
  boolean awaitsFullCode;
  LocalDate born;

  static Finding finding(Charge charge, Plea plea, Verdict verdict) {
    return new Finding(
        charge.id(), plea, plea == Plea.NONE ? null : DAY, verdict, verdict == null ? null : DAY);
  }

  static Sentence sentence(Sentence.Kind kind, String before, LocalDate on) {
    return new Sentence(on, kind, "£180", before, true, Set.of());
  }

  /** Not convicted, and nothing said that is of a conviction. */
  static Drafted lost(Finalisation how, ReasonGroup reason, Plea plea, Verdict verdict) {
    var draft = new Drafted();
    draft.finalisation = how;
    draft.reason = reason;
    draft.found(plea, verdict);
    draft.basis = null;
    draft.sentence = null;
    draft.strands.clear();
    return draft;
  }

  void found(Plea plea, Verdict verdict) {
    findings.set(0, finding(AGGRAVATED, plea, verdict));
  }

  ResultContent content() {
    return new ResultContent(
        finalisation, reason, on, findings, basis, sentence, strands, supersedes);
  }

  /** What is wrong with it, as {@code field:code}. */
  List<String> wrong() {
    var identity = born == null ? null : new Defendant.Identity("Ivo Darvell", born);
    var defendant =
        new Defendant(
            FileBook.FIRST,
            1,
            ReviewState.PROSECUTION,
            Instant.EPOCH,
            FileBook.DECIDER,
            CHARGED,
            identity,
            null);
    var against =
        new CaseAgainst(
            defendant, charges, flagged, awaitsFullCode, OffenceBook.uplifts(), FileBook.TODAY);
    return ResultRules.findings(content(), against, standing).all().stream()
        .map(Drafted::line)
        .toList();
  }

  private static String line(FieldError error) {
    return error.field() + ":" + error.code();
  }
}
