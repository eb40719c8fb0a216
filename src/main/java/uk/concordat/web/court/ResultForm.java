package uk.concordat.web.court;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.concordat.court.AppliedFor;
import uk.concordat.court.Basis;
import uk.concordat.court.CourtOrder;
import uk.concordat.court.Finalisation;
import uk.concordat.court.Finding;
import uk.concordat.court.Plea;
import uk.concordat.court.ReasonGroup;
import uk.concordat.court.ResultContent;
import uk.concordat.court.Sentence;
import uk.concordat.court.StrandResult;
import uk.concordat.court.Verdict;
import uk.concordat.kernel.Strand;
import uk.concordat.prosecution.Charge;
import uk.concordat.web.TypedAnswers;

/**
 * What is typed of a result, as it was typed, by the name of each question: those of a charge end
 * in its number, those of a strand in its code.
 */
public class ResultForm {
  private final Typed texts = new Typed();
  private final TypedDays days = new TypedDays();
  private List<String> orders = List.of();

  /** Begins with what stands. */
  void fill(ResultContent said) {
    texts.put("finalisation", said.finalisation());
    texts.put("reason", said.reason());
    days.put("on", said.on());
    if (said.basis() != null) {
      texts.put("basis", said.basis().kind());
      texts.put("hostility", said.basis().hostility());
      texts.put("authorisedBy", said.basis().authorisedBy());
      texts.put("consulted", said.basis().consulted());
    }
    if (said.sentence() != null) {
      texts.put("sentence", said.sentence().kind());
      texts.put("passed", said.sentence().passed());
      texts.put("beforeUplift", said.sentence().beforeUplift());
      texts.put("endorsed", said.sentence().endorsed());
      days.put("sentenced", said.sentence().on());
      orders = said.sentence().orders().stream().map(Enum::name).toList();
    }
    said.findings().forEach(this::fill);
    said.strands().forEach(this::fill);
  }

  private void fill(Finding said) {
    texts.put("plea-" + said.charge(), said.plea());
    texts.put("verdict-" + said.charge(), said.verdict());
    days.put("pleaOn-" + said.charge(), said.pleaOn());
    days.put("foundOn-" + said.charge(), said.foundOn());
  }

  private void fill(StrandResult said) {
    texts.put("asHate-" + said.strand(), said.sentencedAsHate());
    texts.put("applied-" + said.strand(), said.appliedFor());
    texts.put("why-" + said.strand(), said.why());
    texts.put("announced-" + said.strand(), said.announced());
    texts.put("provision-" + said.strand(), said.provision());
  }

  /** What was typed; what was left empty altogether is not there. */
  ResultContent content(List<Charge> charges, Set<Strand> strands, TypedAnswers answers) {
    return new ResultContent(
        texts.constant(Finalisation.class, "finalisation", "finalisation", answers),
        texts.constant(ReasonGroup.class, "reason", "reason", answers),
        answers.date(days.get("on"), "on", null),
        charges.stream().map(one -> finding(one, answers)).filter(Objects::nonNull).toList(),
        basis(answers),
        sentence(answers),
        strands.stream().map(one -> strand(one, answers)).filter(Objects::nonNull).toList(),
        texts.given("supersedes"));
  }

  private Finding finding(Charge charge, TypedAnswers answers) {
    String field = "findings." + charge.number();
    String key = "-" + charge.id();
    var finding =
        new Finding(
            charge.id(),
            texts.constant(Plea.class, "plea" + key, field + ".plea", answers),
            answers.date(days.get("pleaOn" + key), field + ".pleaOn", null),
            texts.constant(Verdict.class, "verdict" + key, field + ".verdict", answers),
            answers.date(days.get("foundOn" + key), field + ".foundOn", null));
    return any(finding.plea(), finding.pleaOn(), finding.verdict(), finding.foundOn())
        ? finding
        : null;
  }

  private Basis basis(TypedAnswers answers) {
    var basis =
        new Basis(
            texts.constant(Basis.Kind.class, "basis", "basis.kind", answers),
            answers.yesOrNo(texts.get("hostility"), "basis.hostility", null),
            texts.given("authorisedBy"),
            answers.yesOrNo(texts.get("consulted"), "basis.consulted", null));
    return any(basis.kind(), basis.hostility(), basis.authorisedBy(), basis.consulted())
        ? basis
        : null;
  }

  private Sentence sentence(TypedAnswers answers) {
    Set<CourtOrder> chosen =
        orders.stream()
            .map(code -> answers.constant(CourtOrder.class, code, "sentence.orders", null))
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    var sentence =
        new Sentence(
            answers.date(days.get("sentenced"), "sentence.on", null),
            texts.constant(Sentence.Kind.class, "sentence", "sentence.kind", answers),
            texts.given("passed"),
            texts.given("beforeUplift"),
            answers.yesOrNo(texts.get("endorsed"), "sentence.endorsed", null),
            chosen);
    boolean said =
        any(
            sentence.on(),
            sentence.kind(),
            sentence.passed(),
            sentence.beforeUplift(),
            sentence.endorsed());
    return said || !chosen.isEmpty() ? sentence : null;
  }

  private StrandResult strand(Strand strand, TypedAnswers answers) {
    String field = "strands." + strand;
    String key = "-" + strand;
    var result =
        new StrandResult(
            strand,
            answers.yesOrNo(texts.get("asHate" + key), field + ".sentencedAsHate", null),
            texts.constant(AppliedFor.class, "applied" + key, field + ".appliedFor", answers),
            texts.given("why" + key),
            answers.yesOrNo(texts.get("announced" + key), field + ".announced", null),
            texts.given("provision" + key));
    return any(
            result.sentencedAsHate(),
            result.appliedFor(),
            result.why(),
            result.announced(),
            result.provision())
        ? result
        : null;
  }

  private static boolean any(Object... said) {
    return Stream.of(said).anyMatch(Objects::nonNull);
  }

  /** What was typed or chosen, by question. */
  public Typed getTexts() {
    return texts;
  }

  /** The days, by question. */
  public TypedDays getDays() {
    return days;
  }

  public List<String> getOrders() {
    return orders;
  }

  public void setOrders(List<String> orders) {
    this.orders = orders == null ? List.of() : orders;
  }
}
