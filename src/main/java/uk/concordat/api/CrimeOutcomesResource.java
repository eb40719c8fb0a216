package uk.concordat.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Map;
import java.util.TreeMap;
import uk.concordat.casework.CrimeOutcome;
import uk.concordat.casework.CrimeOutcomeContent;
import uk.concordat.casework.CrimeOutcomeService;

/** What came of one of the crimes of a referral. */
@RequestScoped
@Path("/referrals/{reference}/crimes/{id}/outcomes")
@Produces(MediaType.APPLICATION_JSON)
public class CrimeOutcomesResource {
  @Inject CrimeOutcomeService outcomes;
  @Inject ReferralDoor door;

  /** Records what came of it for one suspect. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response record(
      @PathParam("reference") String reference,
      @PathParam("id") String id,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      InputStream stream) {
    return door.toThoseWhoSee(
        reference,
        () -> {
          String version = EntityTags.composed(ifMatch);
          CrimeOutcomeContent content = content(new Fields(Body.read(stream).json()));
          return CrimesResource.answer(
              Response.status(201), outcomes.record(reference, version, PathIds.read(id), content));
        });
  }

  private static CrimeOutcomeContent content(Fields fields) {
    Integer suspect = fields.whole("suspect");
    String type = fields.text("type");
    var outcomeOn = fields.date("outcomeOn");
    String reason = fields.text("reason");
    Map<String, String> details = details(fields);
    fields.end();
    fields.throwIfAny();
    return new CrimeOutcomeContent(suspect, type, outcomeOn, reason, details);
  }

  private static Map<String, String> details(Fields fields) {
    Fields inner = fields.object("details");
    Map<String, String> details = new TreeMap<>();
    for (String name : inner.names()) {
      String text = inner.text(name);
      if (text != null) {
        details.put(name, text);
      }
    }
    return details;
  }

  /** One of them. */
  static JsonObject write(CrimeOutcome outcome) {
    var details = new JsonOut();
    outcome.details().forEach(details::put);
    return new JsonOut()
        .put("suspect", outcome.suspect() == null ? null : (Long) outcome.suspect().longValue())
        .put("number", (long) outcome.number())
        .put("type", outcome.type())
        .put("label", outcome.label())
        .put("outcomeOn", outcome.outcomeOn())
        .put("current", (Boolean) outcome.current())
        .put("reason", outcome.reason())
        .put("role", outcome.role())
        .put("at", outcome.at())
        .put("details", outcome.details().isEmpty() ? null : details.build())
        .build();
  }
}
