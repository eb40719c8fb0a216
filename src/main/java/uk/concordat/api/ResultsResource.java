package uk.concordat.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import uk.concordat.casework.PassedResult;
import uk.concordat.casework.ResultService;
import uk.concordat.casework.Results;

/** What came of the prosecution, for whoever started it. */
@RequestScoped
@Path("/referrals/{reference}/results")
@Produces(MediaType.APPLICATION_JSON)
public class ResultsResource {
  @Inject ResultService results;
  @Inject ReferralDoor door;

  /** What was passed on, newest first. */
  @GET
  public JsonObject of(@PathParam("reference") String reference) {
    return write(results.of(reference));
  }

  /** Says to which file it led, and passes on what came of that. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response pass(@PathParam("reference") String reference, InputStream stream) {
    return door.toThoseWhoSee(
        reference,
        () -> {
          var fields = new Fields(Body.read(stream).json());
          String file = fields.text("file");
          fields.end();
          fields.throwIfAny();
          return Response.status(201).entity(write(results.pass(reference, file))).build();
        });
  }

  /** Says that the person harmed asked that nothing goes to whoever started it. */
  @PUT
  @Path("objection")
  public Response object(@PathParam("reference") String reference) {
    return door.toThoseWhoSee(
        reference, () -> Response.ok(write(results.object(reference))).build());
  }

  private static JsonObject write(Results found) {
    return new JsonOut()
        .put("items", JsonOut.array(found.items(), ResultsResource::result))
        .texts("files", found.files())
        .put("reaches", found.reaches())
        .build();
  }

  private static JsonObject result(PassedResult result) {
    return new JsonOut()
        .put("outcome", result.outcome())
        .put("outcomeOn", result.outcomeOn())
        .put("at", result.at())
        .build();
  }
}
