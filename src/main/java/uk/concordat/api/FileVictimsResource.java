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
import uk.concordat.prosecution.VictimContent;
import uk.concordat.prosecution.VictimService;

/** Who was harmed in a file besides the person of the referral. */
@RequestScoped
@Path("/referrals/{reference}/file/victims")
@Produces(MediaType.APPLICATION_JSON)
public class FileVictimsResource {
  @Inject VictimService victims;
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
          VictimContent content = content(fields);
          return FileWriter.answer(Response.status(201), victims.add(reference, version, content));
        });
  }

  /** Writes down anew who it is and how they are told safely. */
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
          VictimContent content = content(new Fields(Body.read(stream).json()));
          return FileWriter.answer(
              Response.ok(), victims.change(reference, version, PathIds.read(id), content));
        });
  }

  private static VictimContent content(Fields fields) {
    var content =
        new VictimContent(
            fields.text("name"),
            fields.flag("died"),
            fields.text("spokesperson"),
            fields.text("safeContact"));
    fields.end();
    fields.throwIfAny();
    return content;
  }

  /** Takes somebody out of whom no charge is. */
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
              Response.ok(), victims.remove(reference, version, PathIds.read(id)));
        });
  }
}
