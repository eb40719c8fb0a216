package uk.concordat.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import java.util.Set;
import uk.concordat.casework.OutcomeBasis;
import uk.concordat.casework.OutcomeCountService;
import uk.concordat.casework.OutcomeCounts;

/** How often which police outcome stands in the caller's force. */
@RequestScoped
@Path("/police-outcomes")
@Produces(MediaType.APPLICATION_JSON)
public class PoliceOutcomesResource {
  private static final String INVALID = "invalid";

  @Inject OutcomeCountService counts;
  @Context UriInfo uri;

  /** Counted on one of the two bases. */
  @GET
  public JsonObject count() {
    var query = new StrictQuery(uri.getQueryParameters(), Set.of("basis", "from", "to"));
    OutcomeBasis basis = query.value("basis", INVALID, OutcomeBasis::valueOf);
    LocalDate from = query.value("from", INVALID, LocalDate::parse);
    LocalDate to = query.value("to", INVALID, LocalDate::parse);
    query.throwIfAny();
    return write(counts.count(basis, from, to));
  }

  private static JsonObject write(OutcomeCounts found) {
    return new JsonOut()
        .put("basis", found.basis())
        .put("force", found.force())
        .put("from", found.from())
        .put("to", found.to())
        .put("crimes", (Long) found.crimes())
        .put("notYetAssigned", found.notYetAssigned())
        .put("total", (Long) found.total())
        .put("items", JsonOut.array(found.lines(), PoliceOutcomesResource::line))
        .put("at", found.at())
        .build();
  }

  private static JsonObject line(OutcomeCounts.Line line) {
    return new JsonOut()
        .put("type", line.type())
        .put("label", line.label())
        .put("group", line.group())
        .put("ofWhich", line.ofWhich())
        .put("count", (Long) line.count())
        .build();
  }
}
