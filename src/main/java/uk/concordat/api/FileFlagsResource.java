package uk.concordat.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import uk.concordat.kernel.Strand;
import uk.concordat.prosecution.FlagChange;
import uk.concordat.prosecution.FlagService;
import uk.concordat.prosecution.MonitoringFlag;

/** Monitoring flags of whoever is suspected. */
@RequestScoped
@Path("/referrals/{reference}/file/flags")
@Produces(MediaType.APPLICATION_JSON)
public class FileFlagsResource {
  @Inject FlagService flags;
  @Inject ReferralDoor door;

  /** Flags the case against one defendant, or takes the flag off. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response change(
      @PathParam("reference") String reference,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      InputStream stream) {
    return door.toThoseWhoSee(
        reference,
        () -> {
          String version = EntityTags.composed(ifMatch);
          var fields = new Fields(Body.read(stream).json());
          String defendant = fields.text("defendant");
          var change =
              new FlagChange(
                  fields.constant(Strand.values(), "strand"),
                  fields.flag("stands"),
                  fields.text("reason"));
          if (defendant == null) {
            fields.wrong("defendant", "required");
          }
          fields.end();
          fields.throwIfAny();
          return FileWriter.answer(
              Response.ok(), flags.change(reference, version, PathIds.read(defendant), change));
        });
  }

  /** One change. */
  static JsonObject write(MonitoringFlag flag) {
    return new JsonOut()
        .put("defendant", flag.defendant())
        .put("strand", flag.strand())
        .put("stands", (Boolean) flag.stands())
        .put("reason", flag.reason())
        .put("role", flag.role())
        .put("at", flag.at())
        .build();
  }
}
