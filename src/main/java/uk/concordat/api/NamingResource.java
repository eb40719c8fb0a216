package uk.concordat.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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
import java.util.function.Supplier;
import uk.concordat.access.Refused;
import uk.concordat.incident.IncidentNamingService;
import uk.concordat.incident.IncidentService;
import uk.concordat.incident.Naming;
import uk.concordat.incident.NamingView;
import uk.concordat.kernel.InvalidInput;
import uk.concordat.referral.Person;

/** Who was harmed in an incident that was reported without a name. */
@RequestScoped
@Path("/incidents/{reference}/naming")
@Produces(MediaType.APPLICATION_JSON)
public class NamingResource {
  @Inject IncidentNamingService namings;
  @Inject IncidentService incidents;

  /** What was proposed and decided. */
  @GET
  public Response of(@PathParam("reference") String reference) {
    return answer(namings.of(reference));
  }

  /** Proposes a name. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response propose(
      @PathParam("reference") String reference,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      InputStream stream) {
    return hidden(
        reference,
        () -> {
          String version = EntityTags.composed(ifMatch);
          var fields = new Fields(Body.read(stream).json());
          Person person = person(fields.object("person"));
          String reason = fields.text("reason");
          fields.end();
          fields.throwIfAny();
          return answer(namings.propose(reference, version, person, reason));
        });
  }

  /** Confirms or declines it. */
  @POST
  @Path("decision")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response decide(
      @PathParam("reference") String reference,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      InputStream stream) {
    return hidden(
        reference,
        () -> {
          String version = EntityTags.composed(ifMatch);
          var fields = new Fields(Body.read(stream).json());
          Boolean confirmed = fields.flag("confirmed");
          String reason = fields.text("reason");
          fields.end();
          fields.throwIfAny();
          return answer(namings.decide(reference, version, confirmed, reason));
        });
  }

  /** Takes back what the caller proposed. */
  @DELETE
  public Response withdraw(
      @PathParam("reference") String reference, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
    return hidden(
        reference,
        () -> {
          namings.withdraw(reference, EntityTags.composed(ifMatch));
          return Response.noContent().build();
        });
  }

  /** What is wrong with a request is not for those who do not see the incident. */
  private Response hidden(String reference, Supplier<Response> step) {
    try {
      return step.get();
    } catch (InvalidInput | MalformedJson | MissingPrecondition | Refused wrong) {
      incidents.read(reference);
      throw wrong;
    }
  }

  private static Person person(Fields fields) {
    var person =
        new Person(true, fields.text("name"), fields.date("dateOfBirth"), fields.text("address"));
    fields.end();
    return person;
  }

  private static Response answer(NamingView view) {
    return Response.ok(
            new JsonOut()
                .put("namings", JsonOut.array(view.namings(), NamingResource::naming))
                .put("proposes", (Boolean) view.proposes())
                .put("decides", (Boolean) view.decides())
                .build())
        .tag(EntityTags.of(view.version()))
        .type(MediaType.APPLICATION_JSON)
        .build();
  }

  private static JsonObject naming(Naming naming) {
    return new JsonOut()
        .put("name", naming.person().name())
        .put("dateOfBirth", naming.person().dateOfBirth())
        .put("address", naming.person().address())
        .put("reason", naming.reason())
        .put("role", naming.role())
        .put("at", naming.at())
        .put("confirmed", naming.confirmed())
        .put("decidedReason", naming.decidedReason())
        .put("decidedRole", naming.decidedRole())
        .put("decidedAt", naming.decidedAt())
        .build();
  }
}
