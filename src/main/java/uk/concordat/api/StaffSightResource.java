package uk.concordat.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import uk.concordat.access.StaffSightService;

/** What a member of staff could see, for governance of their agency. */
@RequestScoped
@Path("/staff/{username}/sight")
@Produces(MediaType.APPLICATION_JSON)
public class StaffSightResource {
  @Inject StaffSightService sights;

  /** What they could see today. */
  @GET
  public JsonObject sight(@PathParam("username") String username) {
    return StaffSightWriter.write(sights.sight(username));
  }
}
