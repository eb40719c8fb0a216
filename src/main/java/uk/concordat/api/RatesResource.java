package uk.concordat.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import java.util.Set;
import uk.concordat.court.RateService;
import uk.concordat.court.Rates;

/** How the cases of the caller's unit ended. */
@RequestScoped
@Path("/rates")
@Produces(MediaType.APPLICATION_JSON)
public class RatesResource {
  private static final String INVALID = "invalid";

  @Inject RateService rates;
  @Context UriInfo uri;

  /** The rates of cases completed between two days. */
  @GET
  public Response of() {
    var query = new StrictQuery(uri.getQueryParameters(), Set.of("from", "to"));
    LocalDate from = query.value("from", INVALID, LocalDate::parse);
    LocalDate to = query.value("to", INVALID, LocalDate::parse);
    query.throwIfAny();
    return Response.ok(json(rates.of(from, to))).build();
  }

  private static JsonObject json(Rates one) {
    return new JsonOut()
        .put("from", one.from())
        .put("to", one.to())
        .put("convictions", one.convictions())
        .put("completed", one.completed())
        .put("uplifts", one.uplifts())
        .put("flaggedConvictions", one.flaggedConvictions())
        .build();
  }
}
