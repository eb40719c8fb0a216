package uk.concordat.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import uk.concordat.prosecution.ChargeContent;
import uk.concordat.prosecution.ChargeService;

/** The charges that the police propose. */
@RequestScoped
@Path("/referrals/{reference}/file/charges")
@Produces(MediaType.APPLICATION_JSON)
public class FileChargesResource {
  @Inject ChargeService charges;
  @Inject ReferralDoor door;

  /** Proposes one. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response propose(
      @PathParam("reference") String reference,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      InputStream stream) {
    return door.toThoseWhoSee(
        reference,
        () -> {
          String version = EntityTags.composed(ifMatch);
          var fields = new Fields(Body.read(stream).json());
          String defendant = fields.text("defendant");
          var content =
              new ChargeContent(
                  defendant == null ? null : PathIds.read(defendant),
                  fields.whole("victim"),
                  fields.text("offence"),
                  fields.date("firstDay"),
                  fields.date("lastDay"),
                  ContentReader.strands(fields),
                  fields.whole("alternative"));
          fields.end();
          fields.throwIfAny();
          return FileWriter.answer(
              Response.status(201), charges.propose(reference, version, content));
        });
  }

  /** Takes one back. */
  @DELETE
  @Path("{id}")
  public Response withdraw(
      @PathParam("reference") String reference,
      @PathParam("id") String id,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
    return door.toThoseWhoSee(
        reference,
        () -> {
          String version = EntityTags.composed(ifMatch);
          return FileWriter.answer(
              Response.ok(), charges.withdraw(reference, version, PathIds.read(id)));
        });
  }
}
