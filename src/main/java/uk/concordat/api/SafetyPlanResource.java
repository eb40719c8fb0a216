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
import uk.concordat.casework.Measure;
import uk.concordat.casework.MeasureChange;
import uk.concordat.casework.MeasureContent;
import uk.concordat.casework.SafetyPlan;
import uk.concordat.casework.SafetyPlanService;

/** The plan for the safety of the person harmed. */
@RequestScoped
@Path("/referrals/{reference}/safety-plan")
@Produces(MediaType.APPLICATION_JSON)
public class SafetyPlanResource {
  @Inject SafetyPlanService plans;
  @Inject ReferralDoor door;

  /** The plan. */
  @GET
  public Response of(@PathParam("reference") String reference) {
    return answer(Response.ok(), plans.of(reference));
  }

  /** Adds a measure. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response add(
      @PathParam("reference") String reference,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      InputStream stream) {
    return door.toThoseWhoSee(
        reference,
        () -> {
          String version = EntityTags.composed(ifMatch);
          var fields = new Fields(Body.read(stream).json());
          var content =
              new MeasureContent(
                  fields.text("kind"),
                  fields.text("detail"),
                  fields.text("agency"),
                  fields.text("owner"),
                  fields.date("dueOn"),
                  fields.flag("readable"));
          fields.end();
          fields.throwIfAny();
          return answer(Response.status(201), plans.add(reference, version, content));
        });
  }

  /** Says what became of a measure. */
  @PUT
  @Path("{number}")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response change(
      @PathParam("reference") String reference,
      @PathParam("number") String number,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      InputStream stream) {
    return door.toThoseWhoSee(
        reference,
        () -> {
          String version = EntityTags.composed(ifMatch);
          var fields = new Fields(Body.read(stream).json());
          var change =
              new MeasureChange(
                  fields.constant(Measure.Status.values(), "status"),
                  fields.text("outcome"),
                  fields.flag("readable"),
                  fields.date("sharedOn"));
          fields.end();
          fields.throwIfAny();
          return answer(Response.ok(), plans.change(reference, version, number, change));
        });
  }

  private static Response answer(Response.ResponseBuilder response, SafetyPlan plan) {
    JsonObject body =
        new JsonOut()
            .put("items", JsonOut.array(plan.measures(), SafetyPlanResource::measure))
            .build();
    return ReferralDoor.answer(response, plan.version(), body);
  }

  private static JsonObject measure(Measure measure) {
    return new JsonOut()
        .put("number", (long) measure.number())
        .put("kind", measure.kind())
        .put("detail", measure.detail())
        .put("agency", measure.agency())
        .put("owner", measure.owner())
        .put("dueOn", measure.dueOn())
        .put("status", measure.status())
        .put("outcome", measure.outcome())
        .put("readable", (Boolean) measure.readable())
        .put("sharedOn", measure.sharedOn())
        .build();
  }
}
