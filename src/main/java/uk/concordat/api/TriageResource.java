package uk.concordat.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import uk.concordat.casework.Triage;
import uk.concordat.casework.TriageContent;
import uk.concordat.casework.TriageService;
import uk.concordat.casework.Triages;
import uk.concordat.kernel.Urgency;

/** What hate crime officers make of a referral. */
@RequestScoped
@Path("/referrals/{reference}/triage")
@Produces(MediaType.APPLICATION_JSON)
public class TriageResource {
  @Inject TriageService triages;
  @Inject ReferralDoor door;

  /** The triages of a referral. */
  @GET
  public Response of(@PathParam("reference") String reference) {
    return answer(Response.ok(), triages.of(reference));
  }

  /** Makes one. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response triage(
      @PathParam("reference") String reference,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      InputStream stream) {
    return door.toThoseWhoSee(
        reference,
        () -> {
          String version = EntityTags.composed(ifMatch);
          TriageContent content = content(new Fields(Body.read(stream).json()));
          return answer(Response.status(201), triages.triage(reference, version, content));
        });
  }

  private static TriageContent content(Fields fields) {
    var content =
        new TriageContent(
            fields.flag("hateRelated"),
            ContentReader.strands(fields),
            fields.constant(Urgency.values(), "urgency"),
            fields.text("reason"),
            fields.texts("redFlags"),
            fields.text("nextStep"));
    fields.end();
    fields.throwIfAny();
    return content;
  }

  private static Response answer(Response.ResponseBuilder response, Triages found) {
    JsonObject body =
        new JsonOut().put("items", JsonOut.array(found.items(), TriageResource::triage)).build();
    return ReferralDoor.answer(response, found.version(), body);
  }

  private static JsonObject triage(Triage triage) {
    return new JsonOut()
        .put("number", (long) triage.number())
        .put("hateRelated", (Boolean) triage.hateRelated())
        .texts("strands", triage.strands().stream().sorted().toList())
        .put("urgency", triage.urgency())
        .put("reason", triage.reason())
        .texts("redFlags", triage.redFlags())
        .put("nextStep", triage.nextStep())
        .put("role", triage.role())
        .put("at", triage.at())
        .build();
  }
}
