package uk.concordat.api;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.core.Response;
import uk.concordat.prosecution.ActionItem;
import uk.concordat.prosecution.Charge;
import uk.concordat.prosecution.CorrectedDay;
import uk.concordat.prosecution.Defendant;
import uk.concordat.prosecution.FileAnswer;
import uk.concordat.prosecution.FileItem;
import uk.concordat.prosecution.FileVictim;
import uk.concordat.prosecution.FileView;
import uk.concordat.prosecution.Lack;
import uk.concordat.prosecution.Prosecution;
import uk.concordat.prosecution.ReviewMove;

/** Renders a file as much as its reader sees of it. */
final class FileWriter {
  private FileWriter() {}

  static Response answer(Response.ResponseBuilder response, FileView view) {
    return ReferralDoor.answer(response, view.version(), json(view));
  }

  private static JsonObject json(FileView view) {
    var out =
        new JsonOut()
            .put("file", view.file() == null ? null : file(view.file()))
            .put("checklist", JsonOut.array(view.checklist(), FileWriter::item))
            .put("lacks", JsonOut.array(view.lacks(), FileWriter::lack))
            .put("asked", JsonOut.array(view.asked(), FileWriter::asked))
            .put("decisions", JsonOut.array(view.decisions(), DecisionWriter::decision))
            .put("corrections", JsonOut.array(view.corrections(), FileWriter::corrected))
            .put("flags", JsonOut.array(view.flags().changes(), FileFlagsResource::write))
            .texts("moves", view.moves().stream().map(ReviewMove::code).toList());
    return out.put(
            "consent",
            view.consent() == null
                ? null
                : new JsonOut()
                    .put("status", view.consent().status())
                    .put("on", view.consent().on())
                    .build())
        .build();
  }

  private static JsonObject file(Prosecution file) {
    JsonObjectBuilder answers = Json.createObjectBuilder();
    file.answers().forEach(answer -> answers.add(answer.item(), answer(answer)));
    return new JsonOut()
        .put("urn", file.urn())
        .put("kind", file.kind())
        .put("priority", file.priority())
        .put("submittedAt", file.submittedAt())
        .put("defendants", JsonOut.array(file.defendants(), FileWriter::defendant))
        .put("victims", JsonOut.array(file.victims(), FileWriter::victim))
        .put("charges", JsonOut.array(file.charges(), FileWriter::charge))
        .put("answers", answers.build())
        .build();
  }

  private static JsonObject defendant(Defendant one) {
    var out =
        new JsonOut()
            .put("id", one.id())
            .put("number", (long) one.number())
            .put("state", one.state())
            .put("since", one.since())
            .put("carriedOut", one.carriedOut());
    if (one.identity() != null) {
      out.put("name", one.identity().name()).put("dateOfBirth", one.identity().dateOfBirth());
    }
    if (one.custody() != null) {
      out.put("pncId", one.custody().pncId())
          .put("held", one.custody().held())
          .put("custodyUntil", one.custody().until());
    }
    return out.build();
  }

  private static JsonObject victim(FileVictim one) {
    return new JsonOut()
        .put("id", one.id())
        .put("number", (long) one.number())
        .put("name", one.name())
        .put("died", (Boolean) one.died())
        .put("spokesperson", one.spokesperson())
        .put("safeContact", one.safeContact())
        .build();
  }

  private static JsonObject charge(Charge one) {
    return new JsonOut()
        .put("id", one.id())
        .put("number", (long) one.number())
        .put("defendant", one.defendant())
        .put("victim", (long) one.victim())
        .put("offence", one.offence())
        .put("firstDay", one.committed().first())
        .put("lastDay", one.committed().last())
        .texts("strands", one.strands())
        .put("alternative", one.alternative() == null ? null : one.alternative().longValue())
        .build();
  }

  private static JsonObject answer(FileAnswer one) {
    return new JsonOut()
        .put("status", one.status())
        .put("words", one.words())
        .put("dueOn", one.dueOn())
        .build();
  }

  private static JsonObject item(FileItem one) {
    return new JsonOut()
        .put("code", one.code())
        .put("label", one.label())
        .put("core", (Boolean) one.core())
        .build();
  }

  private static JsonObject lack(Lack one) {
    return new JsonOut()
        .put("field", one.field())
        .put("defendant", one.defendant() == null ? null : one.defendant().longValue())
        .build();
  }

  private static JsonObject corrected(CorrectedDay one) {
    return new JsonOut()
        .put("defendant", (long) one.defendant())
        .put("was", one.was())
        .put("reason", one.reason())
        .put("at", one.at())
        .build();
  }

  private static JsonObject asked(ActionItem one) {
    return new JsonOut()
        .put("number", (long) one.number())
        .put("move", one.move().code())
        .put("item", one.item())
        .put("words", one.words())
        .put("dueOn", one.dueOn())
        .put("askedAt", one.askedAt())
        .put("done", one.done())
        .put("doneAt", one.doneAt())
        .build();
  }
}
