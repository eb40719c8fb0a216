package uk.concordat.api;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import uk.concordat.court.AppliedFor;
import uk.concordat.court.Basis;
import uk.concordat.court.CourtOrder;
import uk.concordat.court.Finalisation;
import uk.concordat.court.Finding;
import uk.concordat.court.HearingContent;
import uk.concordat.court.HearingKind;
import uk.concordat.court.Plea;
import uk.concordat.court.ReasonGroup;
import uk.concordat.court.ResultContent;
import uk.concordat.court.Sentence;
import uk.concordat.court.StrandResult;
import uk.concordat.court.Verdict;
import uk.concordat.kernel.Strand;

/** Reads hearings and results; every property may be missing or null. */
final class CourtReader {
  private CourtReader() {}

  static HearingContent hearing(Fields fields) {
    Set<UUID> defendants =
        fields.texts("defendants").stream().map(PathIds::read).collect(Collectors.toSet());
    return new HearingContent(
        fields.text("court"),
        fields.constant(HearingKind.values(), "kind"),
        fields.date("on"),
        fields.time("at"),
        defendants);
  }

  static ResultContent result(Fields fields) {
    return new ResultContent(
        fields.constant(Finalisation.values(), "finalisation"),
        fields.constant(ReasonGroup.values(), "reason"),
        fields.date("on"),
        fields.objects("findings").stream().map(CourtReader::finding).toList(),
        basis(fields.object("basis")),
        sentence(fields.object("sentence")),
        strands(fields.object("strands")),
        fields.text("supersedes"));
  }

  private static Finding finding(Fields given) {
    String charge = given.text("charge");
    if (charge == null) {
      given.wrong("charge", "required");
    }
    var finding =
        new Finding(
            charge == null ? null : PathIds.read(charge),
            given.constant(Plea.values(), "plea"),
            given.date("pleaOn"),
            given.constant(Verdict.values(), "verdict"),
            given.date("foundOn"));
    given.end();
    return finding;
  }

  private static Basis basis(Fields given) {
    var basis =
        new Basis(
            given.constant(Basis.Kind.values(), "kind"),
            given.flag("hostility"),
            given.text("authorisedBy"),
            given.flag("consulted"));
    given.end();
    return given.names().isEmpty() ? null : basis;
  }

  private static Sentence sentence(Fields given) {
    Set<CourtOrder> orders =
        given.texts("orders").stream()
            .map(code -> order(given, code))
            .filter(one -> one != null)
            .collect(Collectors.toSet());
    var sentence =
        new Sentence(
            given.date("on"),
            given.constant(Sentence.Kind.values(), "kind"),
            given.text("passed"),
            given.text("beforeUplift"),
            given.flag("endorsed"),
            orders);
    given.end();
    return given.names().isEmpty() ? null : sentence;
  }

  private static CourtOrder order(Fields given, String code) {
    return Arrays.stream(CourtOrder.values())
        .filter(one -> one.name().equals(code))
        .findFirst()
        .orElseGet(
            () -> {
              given.wrong("orders", "unknown");
              return null;
            });
  }

  private static List<StrandResult> strands(Fields strands) {
    List<StrandResult> results = new ArrayList<>();
    for (Strand strand : Strand.values()) {
      if (strands.names().contains(strand.name())) {
        Fields given = strands.object(strand.name());
        results.add(
            new StrandResult(
                strand,
                given.flag("sentencedAsHate"),
                given.constant(AppliedFor.values(), "appliedFor"),
                given.text("why"),
                given.flag("announced"),
                given.text("provision")));
        given.end();
      }
    }
    strands.end();
    return results;
  }
}
