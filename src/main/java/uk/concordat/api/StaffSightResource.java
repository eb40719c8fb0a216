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

/** The staff of an agency and what each could see, for its governance. */
@RequestScoped
@Path("/staff")
@Produces(MediaType.APPLICATION_JSON)
public class StaffSightResource {
  @Inject StaffSightService sights;

  /** Everybody with their post. */
  @GET
  public JsonObject staff() {
    return new JsonOut()
        .put("items", JsonOut.array(sights.staff(), StaffSightWriter::post))
        .build();
  }

  /** What one of them could see today. */
  @GET
  @Path("{subject}/sight")
  public JsonObject sight(@PathParam("subject") String subject) {
    return StaffSightWriter.write(sights.sight(PathIds.read(subject)));
  }
}
