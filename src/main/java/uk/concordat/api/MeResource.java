package uk.concordat.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import uk.concordat.access.ActingRoleService;
import uk.concordat.access.Action;
import uk.concordat.access.Session;
import uk.concordat.access.SessionService;

/** Who the token's holder is here. */
@RequestScoped
@Path("/me")
@Produces(MediaType.APPLICATION_JSON)
public class MeResource {
  @Inject SessionService sessions;
  @Inject ActingRoleService actingRoles;

  /** The caller and the actions their role has. */
  @GET
  public JsonObject me() {
    Session session = sessions.session();
    return new JsonOut()
        .put("subject", session.caller().subject())
        .put("username", session.caller().username())
        .put("displayName", session.caller().displayName())
        .put("agency", session.caller().agency())
        .texts("teams", session.caller().teams().stream().sorted().toList())
        .put("role", session.caller().role())
        .texts("roles", session.caller().roles())
        .texts("actions", session.actions().stream().map(Action::code).toList())
        .build();
  }

  /** Acts in another role from the next request on. */
  @PUT
  @Path("acting-role")
  @Consumes(MediaType.APPLICATION_JSON)
  public void act(InputStream stream) {
    var fields = new Fields(Body.read(stream).json());
    String role = fields.text("role");
    fields.end();
    fields.throwIfAny();
    actingRoles.act(role);
  }
}
