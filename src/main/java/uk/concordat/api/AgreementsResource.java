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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.net.URI;
import uk.concordat.agreement.AgreementMoves;
import uk.concordat.agreement.AgreementService;
import uk.concordat.agreement.AgreementView;
import uk.concordat.kernel.InvalidInput;

/** Agreements: proposing, reading, what they would change, and the moves. */
@RequestScoped
@Path("/agreements")
@Produces(MediaType.APPLICATION_JSON)
public class AgreementsResource {
  private static final int NONE = 0;

  @Inject AgreementService agreements;
  @Inject AgreementMoves moves;
  @Context UriInfo uri;

  /** The agreements of the caller's agency. */
  @GET
  public JsonObject list() {
    uri.getQueryParameters().keySet().stream()
        .findFirst()
        .ifPresent(
            name -> {
              throw new InvalidInput(
                  name.substring(0, Math.min(name.length(), 100)), "unknown-parameter");
            });
    return AgreementWriter.list(agreements.list());
  }

  /** Proposes a new agreement, or the next version of one. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response propose(InputStream stream) {
    AgreementView view = agreements.propose(ProposalReader.read(Body.read(stream).json()));
    URI location =
        uri.getAbsolutePathBuilder()
            .path(view.code())
            .path("versions")
            .path(String.valueOf(view.version()))
            .build();
    return rendered(Response.created(location), view);
  }

  /** One version of one agreement. */
  @GET
  @Path("{code}/versions/{version}")
  public Response read(@PathParam("code") String code, @PathParam("version") String version) {
    return rendered(Response.ok(), agreements.read(code, number(version)));
  }

  /** What would newly flow, and what would stop. */
  @GET
  @Path("{code}/versions/{version}/preview")
  public JsonObject preview(@PathParam("code") String code, @PathParam("version") String version) {
    return AgreementWriter.preview(agreements.preview(code, number(version)));
  }

  /** Makes a move. */
  @POST
  @Path("{code}/versions/{version}/moves")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response move(
      @PathParam("code") String code,
      @PathParam("version") String version,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      InputStream stream) {
    int number = number(version);
    try {
      long row = EntityTags.version(ifMatch);
      AgreementMoveRequest request = AgreementMoveRequest.read(Body.read(stream).json());
      return rendered(Response.ok(), made(code, number, row, request));
    } catch (InvalidInput | MalformedJson | MissingPrecondition wrong) {
      agreements.read(code, number); // what is wrong is not for those to whom there is none
      throw wrong;
    }
  }

  private AgreementView made(String code, int version, long row, AgreementMoveRequest request) {
    return switch (request.move()) {
      case SIGN -> moves.sign(code, version, row);
      case REFUSE -> moves.refuse(code, version, row, request.reason());
      case WITHDRAW -> moves.withdraw(code, version, row);
      case END -> moves.end(code, version, row, request.reason());
    };
  }

  /** What is no number is no version either. */
  private static int number(String version) {
    return version.matches("[1-9]\\d{0,8}") ? Integer.parseInt(version) : NONE;
  }

  private static Response rendered(Response.ResponseBuilder response, AgreementView view) {
    return response
        .tag(EntityTags.of(view.rowVersion()))
        .entity(AgreementWriter.write(view))
        .type(MediaType.APPLICATION_JSON)
        .build();
  }
}
