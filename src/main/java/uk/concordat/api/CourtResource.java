package uk.concordat.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
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
import uk.concordat.court.Adjournment;
import uk.concordat.court.HearingContent;
import uk.concordat.court.HearingOutcome;
import uk.concordat.court.HearingService;
import uk.concordat.court.ResultContent;
import uk.concordat.court.ResultService;

/** What the court makes of a file: hearings, and results by defendant. */
@RequestScoped
@Path("/referrals/{reference}/file/court")
@Produces(MediaType.APPLICATION_JSON)
public class CourtResource {
  @Inject HearingService hearings;
  @Inject ResultService results;
  @Inject ReferralDoor door;

  /** All of it. */
  @GET
  public Response of(@PathParam("reference") String reference) {
    return CourtWriter.answer(Response.ok(), hearings.of(reference));
  }

  /** Enters a hearing. */
  @POST
  @Path("hearings")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response set(
      @PathParam("reference") String reference,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      InputStream stream) {
    return door.toThoseWhoSee(
        reference,
        () -> {
          String version = EntityTags.composed(ifMatch);
          var fields = new Fields(Body.read(stream).json());
          HearingContent content = CourtReader.hearing(fields);
          fields.end();
          fields.throwIfAny();
          return CourtWriter.answer(
              Response.status(201), hearings.set(reference, version, content));
        });
  }

  /** Says what came of a hearing. */
  @PUT
  @Path("hearings/{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response said(
      @PathParam("reference") String reference,
      @PathParam("id") String id,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      InputStream stream) {
    return door.toThoseWhoSee(
        reference,
        () -> {
          String version = EntityTags.composed(ifMatch);
          var fields = new Fields(Body.read(stream).json());
          HearingOutcome outcome = fields.constant(HearingOutcome.values(), "outcome");
          Adjournment reason = fields.constant(Adjournment.values(), "reason");
          fields.end();
          fields.throwIfAny();
          return CourtWriter.answer(
              Response.ok(), hearings.said(reference, version, PathIds.read(id), outcome, reason));
        });
  }

  /** Records a result. */
  @POST
  @Path("results")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response record(
      @PathParam("reference") String reference,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      InputStream stream) {
    return door.toThoseWhoSee(
        reference,
        () -> {
          String version = EntityTags.composed(ifMatch);
          var fields = new Fields(Body.read(stream).json());
          String defendant = fields.text("defendant");
          ResultContent content = CourtReader.result(fields);
          if (defendant == null) {
            fields.wrong("defendant", "required");
          }
          fields.end();
          fields.throwIfAny();
          return CourtWriter.answer(
              Response.status(201),
              results.record(reference, version, PathIds.read(defendant), content));
        });
  }
}
