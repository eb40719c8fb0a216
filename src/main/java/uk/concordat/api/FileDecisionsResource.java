package uk.concordat.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
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
import uk.concordat.prosecution.Consent;
import uk.concordat.prosecution.DecisionContent;
import uk.concordat.prosecution.DecisionService;
import uk.concordat.prosecution.ReviewMove;

/** Decisions on whoever is suspected, and the consent to charge. */
@RequestScoped
@Path("/referrals/{reference}/file/decisions")
@Produces(MediaType.APPLICATION_JSON)
public class FileDecisionsResource {
  @Inject DecisionService decisions;
  @Inject ReferralDoor door;

  /** Decides on one defendant. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response decide(
      @PathParam("reference") String reference,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      InputStream stream) {
    return door.toThoseWhoSee(
        reference,
        () -> {
          String version = EntityTags.composed(ifMatch);
          var fields = new Fields(Body.read(stream).json());
          String defendant = fields.text("defendant");
          ReviewMove decision = fields.constant(ReviewMove.values(), "decision");
          DecisionContent content = DecisionReader.read(fields);
          if (defendant == null || decision == null) {
            fields.wrong(defendant == null ? "defendant" : "decision", "required");
          }
          fields.end();
          fields.throwIfAny();
          return FileWriter.answer(
              Response.status(201),
              decisions.decide(reference, version, PathIds.read(defendant), decision, content));
        });
  }

  /** Says where the consent of the Attorney General stands. */
  @PUT
  @Path("consent")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response consent(
      @PathParam("reference") String reference,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      InputStream stream) {
    return door.toThoseWhoSee(
        reference,
        () -> {
          String version = EntityTags.composed(ifMatch);
          var fields = new Fields(Body.read(stream).json());
          var consent =
              new Consent(fields.constant(Consent.Status.values(), "status"), fields.date("on"));
          fields.end();
          fields.throwIfAny();
          return FileWriter.answer(Response.ok(), decisions.consent(reference, version, consent));
        });
  }
}
