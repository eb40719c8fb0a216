package uk.concordat.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.LocalTime;
import uk.concordat.referral.Breach;
import uk.concordat.referral.Recall;
import uk.concordat.referral.RecallService;

/** Recalls of referrals that should not have been sent, as information governance decides. */
@RequestScoped
@Path("/recalls")
@Produces(MediaType.APPLICATION_JSON)
public class RecallsResource {
  @Inject RecallService recalls;

  /** Those of the caller's agency. */
  @GET
  public JsonObject list() {
    return new JsonOut().put("items", JsonOut.array(recalls.all(), RecallsResource::json)).build();
  }

  /** The last one of a referral. */
  @GET
  @Path("{reference}")
  public Response read(@PathParam("reference") String reference) {
    return rendered(recalls.read(reference));
  }

  /** Cancels the referral as sent in error, or lets it go on. */
  @POST
  @Path("{reference}/decision")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response decide(
      @PathParam("reference") String reference,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      InputStream stream) {
    recalls.read(reference); // what is wrong with a request is not for whom there is nothing
    String version = EntityTags.composed(ifMatch);
    var fields = new Fields(Body.read(stream).json());
    Boolean cancel = fields.flag("cancel");
    String text = fields.text("text");
    fields.end();
    fields.throwIfAny();
    return rendered(recalls.decide(reference, version, cancel, text));
  }

  /** Keeps what was decided on the breach of personal data. */
  @PUT
  @Path("{reference}/breach")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response decideBreach(
      @PathParam("reference") String reference,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      InputStream stream) {
    recalls.read(reference);
    String version = EntityTags.composed(ifMatch);
    Breach breach = breach(new Fields(Body.read(stream).json()));
    return rendered(recalls.decideBreach(reference, version, breach));
  }

  private static Breach breach(Fields fields) {
    Boolean reported = fields.flag("reported");
    LocalDate day = fields.date("reportedOn");
    LocalTime time = fields.time("reportedTime");
    var breach =
        new Breach(
            reported,
            day == null || time == null ? null : day.atTime(time),
            fields.text("text"),
            fields.text("delay"));
    if (day == null != (time == null)) {
      fields.wrong(day == null ? "reportedOn" : "reportedTime", "required");
    }
    fields.end();
    fields.throwIfAny();
    return breach;
  }

  private static Response rendered(Recall recall) {
    return Response.ok(json(recall)).tag(EntityTags.of(recall.version())).build();
  }

  private static JsonObject json(Recall recall) {
    return new JsonOut()
        .put("reference", recall.reference())
        .put("from", recall.from())
        .put("to", recall.to())
        .put("state", recall.state())
        .put("sentAt", recall.sentAt())
        .put("reason", recall.reason())
        .put("text", recall.text())
        .put("role", recall.role())
        .put("recalledAt", recall.recalledAt())
        .put("reportDue", recall.reportDue())
        .put("status", recall.status())
        .put("wentOn", recall.wentOn())
        .put("decidedAt", recall.decidedAt())
        .put("decision", recall.decision())
        .put("breach", recall.breach() == null ? null : json(recall, recall.breach()))
        .build();
  }

  private static JsonObject json(Recall recall, Breach breach) {
    return new JsonOut()
        .put("reported", breach.reported())
        .put("reportedAt", breach.reportedAt())
        .put("text", breach.text())
        .put("delay", breach.delay())
        .put("decidedAt", recall.breachAt())
        .build();
  }
}
