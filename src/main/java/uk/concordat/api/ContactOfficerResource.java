package uk.concordat.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import uk.concordat.casework.ContactOfficer;
import uk.concordat.casework.ContactOfficerService;
import uk.concordat.casework.ContactOfficers;

/** The one officer whom the person harmed can turn to. */
@RequestScoped
@Path("/referrals/{reference}/contact-officer")
@Produces(MediaType.APPLICATION_JSON)
public class ContactOfficerResource {
  @Inject ContactOfficerService contacts;
  @Inject ReferralDoor door;

  /** Who it is, and for the force who it was. */
  @GET
  public Response of(@PathParam("reference") String reference) {
    return answer(contacts.of(reference));
  }

  /** Names an officer. */
  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  public Response name(
      @PathParam("reference") String reference,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      InputStream stream) {
    return door.toThoseWhoSee(
        reference,
        () -> {
          String version = EntityTags.composed(ifMatch);
          var fields = new Fields(Body.read(stream).json());
          String officer = fields.text("officer");
          String reach = fields.text("reach");
          fields.end();
          fields.throwIfAny();
          return answer(contacts.name(reference, version, officer, reach));
        });
  }

  private static Response answer(ContactOfficers found) {
    JsonObject body =
        new JsonOut()
            .put("items", JsonOut.array(found.items(), ContactOfficerResource::contact))
            .build();
    return ReferralDoor.answer(Response.ok(), found.version(), body);
  }

  private static JsonObject contact(ContactOfficer contact) {
    return new JsonOut()
        .put("name", contact.name())
        .put("role", contact.role())
        .put("reach", contact.reach())
        .put("since", contact.since())
        .put("until", contact.until())
        .build();
  }
}
