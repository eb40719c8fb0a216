package uk.concordat.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;
import uk.concordat.access.DataClass;
import uk.concordat.access.Glass;
import uk.concordat.access.Shown;
import uk.concordat.kernel.InvalidInput;
import uk.concordat.kernel.NotFound;
import uk.concordat.referral.BreakGlassService;

/** Emergencies: breaking the glass, ending it, and its review. */
@RequestScoped
@Path("/break-glass")
@Produces(MediaType.APPLICATION_JSON)
public class BreakGlassResource {
  @Inject BreakGlassService breakGlass;

  /** Opens a record for four hours. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response open(InputStream stream) {
    var fields = new Fields(Body.read(stream).json());
    String reference = fields.text("reference");
    List<DataClass> classes = DataClasses.read(fields);
    String reason = fields.text("reason");
    String text = fields.text("text");
    fields.end();
    fields.throwIfAny();
    Glass glass = breakGlass.open(reference, classes, reason, text).orElseThrow(NotFound::new);
    return Response.status(Response.Status.CREATED).entity(json(glass)).build();
  }

  /** The caller's own. */
  @GET
  public JsonObject own() {
    return items(breakGlass.own());
  }

  /** Those that the caller's agency reviews. */
  @GET
  @Path("reviews")
  public JsonObject toReview() {
    return items(breakGlass.toReview());
  }

  /** What was shown meanwhile. */
  @GET
  @Path("{id}/shown")
  public JsonObject shown(@PathParam("id") String id) {
    return new JsonOut()
        .put("items", JsonOut.array(breakGlass.shown(PathIds.read(id)), BreakGlassResource::json))
        .build();
  }

  /** Ends or reviews it. */
  @POST
  @Path("{id}/moves")
  @Consumes(MediaType.APPLICATION_JSON)
  public JsonObject move(@PathParam("id") String id, InputStream stream) {
    UUID glass = PathIds.read(id);
    var fields = new Fields(Body.read(stream).json());
    String move = fields.text("move");
    String verdict = fields.text("verdict");
    String text = fields.text("text");
    fields.end();
    fields.throwIfAny();
    if (move == null) {
      throw new InvalidInput("move", "required");
    }
    return switch (move) {
      case "close" -> json(breakGlass.close(glass));
      case "review" -> json(breakGlass.review(glass, verdict, text));
      default -> throw new InvalidInput("move", "unknown");
    };
  }

  private static JsonObject items(List<Glass> glasses) {
    return new JsonOut().put("items", JsonOut.array(glasses, BreakGlassResource::json)).build();
  }

  private static JsonObject json(Glass glass) {
    return new JsonOut()
        .put("id", glass.id())
        .put("reference", glass.reference())
        .put("agency", glass.agency())
        .put("role", glass.role())
        .put("person", glass.person())
        .put("mine", glass.mine())
        .texts("dataClasses", glass.dataClasses().stream().sorted().toList())
        .put("reason", glass.reason())
        .put("text", glass.text())
        .put("openedAt", glass.openedAt())
        .put("expiresAt", glass.expiresAt())
        .put("closedAt", glass.closedAt())
        .put("reviewDue", glass.reviewDue())
        .put("escalatedAt", glass.escalatedAt())
        .put("verdict", glass.verdict())
        .put("verdictText", glass.verdictText())
        .build();
  }

  private static JsonObject json(Shown shown) {
    return new JsonOut()
        .put("at", shown.at())
        .put("action", shown.action())
        .texts("dataClasses", shown.dataClasses())
        .build();
  }
}
