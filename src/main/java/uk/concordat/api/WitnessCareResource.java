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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Set;
import uk.concordat.prosecution.CareContent;
import uk.concordat.prosecution.CareEntry;
import uk.concordat.prosecution.CareStep;
import uk.concordat.prosecution.WitnessCare;
import uk.concordat.prosecution.WitnessCareService;

/** Special measures and personal statements of those who were harmed in a file. */
@RequestScoped
@Path("/referrals/{reference}/file/witness-care")
@Produces(MediaType.APPLICATION_JSON)
public class WitnessCareResource {
  @Inject WitnessCareService care;
  @Inject ReferralDoor door;

  /** All that was written down. */
  @GET
  public Response of(@PathParam("reference") String reference) {
    return answer(Response.ok(), care.of(reference));
  }

  /** Writes down a step. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response add(
      @PathParam("reference") String reference,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      InputStream stream) {
    return door.toThoseWhoSee(
        reference,
        () -> {
          long version = EntityTags.version(ifMatch);
          CareContent said = content(new Fields(Body.read(stream).json()));
          return answer(Response.status(201), care.add(reference, version, said));
        });
  }

  private static CareContent content(Fields fields) {
    String named = fields.text("step");
    CareStep step = CareStep.of(String.valueOf(named)).orElse(null);
    if (named != null && step == null) {
      fields.wrong("step", "unknown");
    }
    var content =
        new CareContent(
            fields.whole("person"),
            step,
            fields.date("on"),
            fields.constant(CareContent.Ground.values(), "ground"),
            Set.copyOf(fields.texts("measures")),
            fields.constant(CareContent.Wish.values(), "wish"),
            fields.text("words"));
    fields.end();
    fields.throwIfAny();
    return content;
  }

  private static Response answer(Response.ResponseBuilder response, WitnessCare care) {
    return response
        .tag(EntityTags.of(care.version()))
        .entity(
            new JsonOut()
                .put("items", JsonOut.array(care.entries(), WitnessCareResource::entry))
                .build())
        .type(MediaType.APPLICATION_JSON)
        .build();
  }

  private static JsonObject entry(CareEntry entry) {
    CareContent content = entry.content();
    return new JsonOut()
        .put("person", content.person().longValue())
        .put("step", content.step().code())
        .put("on", content.on())
        .put("ground", content.ground())
        .texts("measures", content.measures().stream().sorted().toList())
        .put("wish", content.wish())
        .put("words", content.words())
        .put("agency", entry.agency())
        .put("role", entry.role())
        .put("at", entry.at())
        .build();
  }
}
