package uk.concordat.api;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.core.Response;
import uk.concordat.court.Basis;
import uk.concordat.court.CourtView;
import uk.concordat.court.Finding;
import uk.concordat.court.Hearing;
import uk.concordat.court.Result;
import uk.concordat.court.ResultContent;
import uk.concordat.court.Sentence;
import uk.concordat.court.StrandResult;

/** Renders what the court makes of a file as much as its reader sees of it. */
final class CourtWriter {
  private CourtWriter() {}

  static Response answer(Response.ResponseBuilder response, CourtView view) {
    JsonObject body =
        new JsonOut()
            .put("hearings", JsonOut.array(view.hearings(), CourtWriter::hearing))
            .put("results", JsonOut.array(view.results(), CourtWriter::result))
            .put("records", (Boolean) view.records())
            .build();
    return ReferralDoor.answer(response, view.version(), body);
  }

  private static JsonObject hearing(Hearing one) {
    return new JsonOut()
        .put("id", one.id())
        .put("number", (long) one.number())
        .put("court", one.court())
        .put("kind", one.kind())
        .put("on", one.on())
        .put("at", one.at())
        .texts("defendants", one.defendants())
        .put("outcome", one.outcome())
        .put("reason", one.reason())
        .build();
  }

  private static JsonObject result(Result one) {
    ResultContent said = one.said();
    JsonObjectBuilder strands = Json.createObjectBuilder();
    said.strands().forEach(strand -> strands.add(strand.strand().name(), strand(strand)));
    return new JsonOut()
        .put("defendant", one.defendant())
        .put("number", (long) one.number())
        .put("finalisation", said.finalisation())
        .put("reason", said.reason())
        .put("on", said.on())
        .put("findings", JsonOut.array(said.findings(), CourtWriter::finding))
        .put("basis", said.basis() == null ? null : basis(said.basis()))
        .put("sentence", said.sentence() == null ? null : sentence(said.sentence()))
        .put("strands", strands.build())
        .put("supersedes", said.supersedes())
        .put("role", one.role())
        .put("at", one.at())
        .build();
  }

  private static JsonObject finding(Finding one) {
    return new JsonOut()
        .put("charge", one.charge())
        .put("plea", one.plea())
        .put("pleaOn", one.pleaOn())
        .put("verdict", one.verdict())
        .put("foundOn", one.foundOn())
        .build();
  }

  private static JsonObject basis(Basis one) {
    return new JsonOut()
        .put("kind", one.kind())
        .put("hostility", one.hostility())
        .put("authorisedBy", one.authorisedBy())
        .put("consulted", one.consulted())
        .build();
  }

  private static JsonObject sentence(Sentence one) {
    return new JsonOut()
        .put("on", one.on())
        .put("kind", one.kind())
        .put("passed", one.passed())
        .put("beforeUplift", one.beforeUplift())
        .put("endorsed", one.endorsed())
        .texts("orders", one.orders())
        .build();
  }

  private static JsonObject strand(StrandResult one) {
    return new JsonOut()
        .put("sentencedAsHate", one.sentencedAsHate())
        .put("appliedFor", one.appliedFor())
        .put("why", one.why())
        .put("announced", one.announced())
        .put("provision", one.provision())
        .build();
  }
}
