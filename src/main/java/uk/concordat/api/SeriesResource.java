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
import java.util.Arrays;
import uk.concordat.access.Refused;
import uk.concordat.incident.Ground;
import uk.concordat.incident.IncidentSeries;
import uk.concordat.incident.IncidentSeriesService;
import uk.concordat.incident.IncidentService;
import uk.concordat.incident.LinkDecision;
import uk.concordat.incident.LinkProposal;
import uk.concordat.kernel.InvalidInput;

/** Which incidents belong together. */
@RequestScoped
@Path("/incidents/{reference}/series")
@Produces(MediaType.APPLICATION_JSON)
public class SeriesResource {
  @Inject IncidentSeriesService series;
  @Inject IncidentService incidents;

  /** What belongs together with an incident, and what could. */
  @GET
  public Response of(@PathParam("reference") String reference) {
    return answer(series.of(reference));
  }

  /** Decides on one proposal; what is wrong with a request is not for those who do not see it. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response decide(
      @PathParam("reference") String reference,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      InputStream stream) {
    try {
      String version = EntityTags.composed(ifMatch);
      var fields = new Fields(Body.read(stream).json());
      String other = fields.text("other");
      Ground ground = ground(fields);
      Boolean confirmed = fields.flag("confirmed");
      String reason = fields.text("reason");
      fields.end();
      fields.throwIfAny();
      series.decide(reference, version, other, ground, confirmed, reason);
      return answer(series.of(reference));
    } catch (InvalidInput | MalformedJson | MissingPrecondition | Refused wrong) {
      incidents.read(reference);
      throw wrong;
    }
  }

  private static Ground ground(Fields fields) {
    String code = fields.text("ground");
    return Arrays.stream(Ground.values())
        .filter(ground -> ground.name().equals(code))
        .findFirst()
        .orElseGet(
            () -> {
              if (code != null) {
                fields.wrong("ground", "unknown");
              }
              return null;
            });
  }

  private static Response answer(IncidentSeries found) {
    return Response.ok(write(found))
        .tag(EntityTags.of(found.version()))
        .type(MediaType.APPLICATION_JSON)
        .build();
  }

  private static JsonObject write(IncidentSeries found) {
    return new JsonOut()
        .texts("members", found.members())
        .put("decisions", JsonOut.array(found.decisions(), SeriesResource::decision))
        .put("proposals", JsonOut.array(found.proposals(), SeriesResource::proposal))
        .build();
  }

  private static JsonObject decision(LinkDecision decision) {
    return new JsonOut()
        .put("other", decision.other())
        .put("ground", decision.ground())
        .put("confirmed", (Boolean) decision.confirmed())
        .put("standing", (Boolean) decision.standing())
        .put("reason", decision.reason())
        .put("role", decision.role())
        .put("at", decision.at())
        .build();
  }

  private static JsonObject proposal(LinkProposal proposal) {
    return new JsonOut()
        .put("other", proposal.other())
        .put("ground", proposal.ground())
        .put("category", proposal.category())
        .put("loggedAt", proposal.loggedAt())
        .build();
  }
}
