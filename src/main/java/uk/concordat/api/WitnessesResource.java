package uk.concordat.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import uk.concordat.audit.Witness;
import uk.concordat.oversight.WitnessService;

/** Who checks the ledger from outside. */
@RequestScoped
@Path("/ledger/witnesses")
@Produces(MediaType.APPLICATION_JSON)
public class WitnessesResource {
  @Inject WitnessService witnesses;

  /** All of them, and how far each has come. */
  @GET
  public JsonObject all() {
    return new JsonOut()
        .put("items", JsonOut.array(witnesses.all(), WitnessesResource::json))
        .build();
  }

  /** Enters one. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response enter(InputStream stream) {
    var fields = new Fields(Body.read(stream).json());
    String agency = fields.text("agency");
    String key = fields.text("key");
    fields.end();
    fields.throwIfAny();
    witnesses.enter(agency, key);
    return Response.noContent().build();
  }

  private static JsonObject json(Witness witness) {
    return new JsonOut()
        .put("name", witness.name())
        .put("agency", witness.agency())
        .put("key", witness.key())
        .put("size", witness.size())
        .put("at", witness.at())
        .build();
  }
}
