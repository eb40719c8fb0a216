package uk.concordat.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import uk.concordat.casework.OutcomeService;
import uk.concordat.casework.RecordedOutcome;

/** The outcomes of a referral. */
@RequestScoped
@Path("/referrals/{reference}/outcomes")
@Produces(MediaType.APPLICATION_JSON)
public class OutcomesResource {
  @Inject OutcomeService outcomes;

  /** Those so far, newest first. */
  @GET
  public JsonObject of(@PathParam("reference") String reference) {
    return new JsonOut()
        .put("items", JsonOut.array(outcomes.of(reference).items(), OutcomesResource::outcome))
        .build();
  }

  private static JsonObject outcome(RecordedOutcome outcome) {
    var details = new JsonOut();
    outcome.details().forEach(details::put);
    return new JsonOut()
        .put("outcome", outcome.code())
        .put("current", (Boolean) outcome.current())
        .put("at", outcome.at())
        .put("details", outcome.details().isEmpty() ? null : details.build())
        .build();
  }
}
