package uk.concordat.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArray;
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
import java.util.List;
import java.util.UUID;
import uk.concordat.access.AccessRequest;
import uk.concordat.access.DataClass;
import uk.concordat.kernel.InvalidInput;
import uk.concordat.referral.AccessRequestService;

/** Asking for access to a record, and deciding on it. */
@RequestScoped
@Path("/access-requests")
@Produces(MediaType.APPLICATION_JSON)
public class AccessRequestsResource {
  @Inject AccessRequestService requests;

  /** Asks; the answer is the same whether the reference names a record or not. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response ask(InputStream stream) {
    var fields = new Fields(Body.read(stream).json());
    String reference = fields.text("reference");
    List<DataClass> classes = DataClasses.read(fields);
    String purpose = fields.text("purpose");
    String why = fields.text("why");
    String duration = fields.text("duration");
    fields.end();
    fields.throwIfAny();
    return rendered(Response.accepted(), requests.ask(reference, classes, purpose, why, duration));
  }

  /** The caller's own requests and those that they may decide on. */
  @GET
  public JsonObject list() {
    return new JsonOut()
        .put("items", JsonOut.array(requests.all(), AccessRequestsResource::json))
        .build();
  }

  /** One request that concerns the caller. */
  @GET
  @Path("{id}")
  public Response read(@PathParam("id") String id) {
    return rendered(Response.ok(), requests.read(PathIds.read(id)));
  }

  /** Makes a move. */
  @POST
  @Path("{id}/moves")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response move(
      @PathParam("id") String id,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      InputStream stream) {
    UUID request = PathIds.read(id);
    requests.read(request); // what is wrong with a move is only for those whom the request concerns
    long version = EntityTags.version(ifMatch);
    var fields = new Fields(Body.read(stream).json());
    String move = fields.text("move");
    String text = fields.text("text");
    List<DataClass> classes = DataClasses.read(fields);
    fields.end();
    fields.throwIfAny();
    if (move == null) {
      throw new InvalidInput("move", "required");
    }
    AccessRequest moved =
        switch (move) {
          case "approve" -> requests.approve(request, version, classes, text);
          case "refuse" -> requests.refuse(request, version, text);
          case "ask" -> requests.askBack(request, version, text);
          case "answer" -> requests.answer(request, version, text);
          case "withdraw" -> requests.withdraw(request, version);
          case "revoke" -> requests.revoke(request, version);
          default -> throw new InvalidInput("move", "unknown");
        };
    return rendered(Response.ok(), moved);
  }

  private static Response rendered(Response.ResponseBuilder response, AccessRequest request) {
    return response.tag(EntityTags.of(request.version())).entity(json(request)).build();
  }

  private static JsonObject json(AccessRequest request) {
    return new JsonOut()
        .put("id", request.id())
        .put("reference", request.reference())
        .put("mine", request.mine())
        .put("agency", request.agency())
        .put("role", request.role())
        .put("person", request.person())
        .texts("dataClasses", request.dataClasses().stream().sorted().toList())
        .put("purpose", request.purpose())
        .put("why", request.why())
        .put("duration", request.duration())
        .put("status", request.status())
        .put("question", request.question())
        .put("answer", request.answer())
        .put("decision", request.decision())
        .put("askedAt", request.askedAt())
        .put("decidedAt", request.decidedAt())
        .put("given", given(request))
        .put("givenUntil", request.givenUntil())
        .put("endedAt", request.endedAt())
        .build();
  }

  private static JsonArray given(AccessRequest request) {
    return request.given().isEmpty()
        ? null
        : JsonOut.array(
            request.given().stream().sorted().toList(), one -> Json.createValue(one.name()));
  }
}
