package uk.concordat.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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
import java.util.UUID;
import uk.concordat.prosecution.CarriedOutService;
import uk.concordat.prosecution.DefendantContent;
import uk.concordat.prosecution.DefendantService;
import uk.concordat.prosecution.Held;

/** Who is suspected in a file. */
@RequestScoped
@Path("/referrals/{reference}/file/defendants")
@Produces(MediaType.APPLICATION_JSON)
public class FileDefendantsResource {
  @Inject DefendantService defendants;
  @Inject CarriedOutService carriedOut;
  @Inject ReferralDoor door;

  /** Adds somebody. */
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
          DefendantContent content = content(fields);
          fields.end();
          fields.throwIfAny();
          return FileWriter.answer(
              Response.status(201), defendants.add(reference, version, content));
        });
  }

  /** Writes down anew who it is. */
  @PUT
  @Path("{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response change(
      @PathParam("reference") String reference,
      @PathParam("id") String id,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      InputStream stream) {
    return door.toThoseWhoSee(
        reference,
        () -> {
          String version = EntityTags.composed(ifMatch);
          var fields = new Fields(Body.read(stream).json());
          DefendantContent content = content(fields);
          fields.end();
          fields.throwIfAny();
          return FileWriter.answer(
              Response.ok(), defendants.change(reference, version, PathIds.read(id), content));
        });
  }

  /** Says that the police did what was decided, or corrects on which day. */
  @PUT
  @Path("{id}/carried-out")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response carriedOut(
      @PathParam("reference") String reference,
      @PathParam("id") String id,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      InputStream stream) {
    return door.toThoseWhoSee(
        reference,
        () -> {
          String version = EntityTags.composed(ifMatch);
          var fields = new Fields(Body.read(stream).json());
          LocalDate on = fields.date("on");
          String reason = fields.text("reason");
          fields.end();
          fields.throwIfAny();
          UUID defendant = PathIds.read(id);
          return FileWriter.answer(
              Response.ok(),
              reason == null
                  ? carriedOut.carriedOut(reference, version, defendant, on)
                  : carriedOut.correct(reference, version, defendant, on, reason));
        });
  }

  /** Takes somebody out who was never submitted. */
  @DELETE
  @Path("{id}")
  public Response remove(
      @PathParam("reference") String reference,
      @PathParam("id") String id,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
    return door.toThoseWhoSee(
        reference,
        () -> {
          String version = EntityTags.composed(ifMatch);
          return FileWriter.answer(
              Response.ok(), defendants.remove(reference, version, PathIds.read(id)));
        });
  }

  private static DefendantContent content(Fields fields) {
    return new DefendantContent(
        fields.text("name"),
        fields.date("dateOfBirth"),
        fields.text("pncId"),
        fields.constant(Held.values(), "held"),
        fields.date("custodyUntil"));
  }
}
