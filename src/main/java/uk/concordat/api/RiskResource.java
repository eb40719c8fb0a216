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
import uk.concordat.casework.Risk;
import uk.concordat.casework.RiskAnswer;
import uk.concordat.casework.RiskAssessment;
import uk.concordat.casework.RiskService;
import uk.concordat.casework.Safeguarding;

/** The risk to the person harmed. */
@RequestScoped
@Path("/referrals/{reference}/risk")
@Produces(MediaType.APPLICATION_JSON)
public class RiskResource {
  @Inject RiskService risks;
  @Inject ReferralDoor door;

  /** The assessments. */
  @GET
  public Response of(@PathParam("reference") String reference) {
    return answer(Response.ok(), risks.of(reference));
  }

  /** Makes one. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response assess(
      @PathParam("reference") String reference,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      InputStream stream) {
    return door.toThoseWhoSee(
        reference,
        () -> {
          String version = EntityTags.composed(ifMatch);
          return answer(
              Response.status(201),
              risks.assess(reference, version, RiskReader.read(Body.read(stream).json())));
        });
  }

  private static Response answer(Response.ResponseBuilder response, Risk found) {
    JsonObject body =
        new JsonOut()
            .put("items", JsonOut.array(found.items(), RiskResource::assessment))
            .put("reviewDue", (Boolean) found.reviewDue())
            .put(
                "safeguarding",
                found.safeguarding() == null ? null : safeguarding(found.safeguarding()))
            .build();
    return ReferralDoor.answer(response, found.version(), body);
  }

  private static JsonObject assessment(RiskAssessment one) {
    var factors = new JsonOut();
    one.answers().forEach(answer -> factors.put(answer.factor(), factor(answer)));
    return new JsonOut()
        .put("number", (long) one.number())
        .put("factors", factors.build())
        .put("suggested", one.suggested())
        .put("rule", one.rule())
        .put("level", one.level())
        .put("reason", one.reason())
        .put("reviewOn", one.reviewOn())
        .put("role", one.role())
        .put("at", one.at())
        .put("safeguarding", one.safeguarding() == null ? null : safeguarding(one.safeguarding()))
        .build();
  }

  private static JsonObject factor(RiskAnswer answer) {
    return new JsonOut().put("answer", answer.answer()).put("note", answer.note()).build();
  }

  private static JsonObject safeguarding(Safeguarding safeguarding) {
    return new JsonOut()
        .put("adult", (Boolean) safeguarding.adult())
        .put("child", (Boolean) safeguarding.child())
        .build();
  }
}
