package uk.concordat.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import uk.concordat.referral.AmendedVersion;
import uk.concordat.referral.AmendmentReceipt;
import uk.concordat.referral.AmendmentService;
import uk.concordat.referral.Versions;

/** What was amended of a referral since it was sent, and who has confirmed a correction. */
@RequestScoped
@Path("/referrals/{reference}/versions")
@Produces(MediaType.APPLICATION_JSON)
public class VersionsResource {
  @Inject AmendmentService amendments;

  @PathParam("reference")
  String reference;

  /** What was amended, class by class. */
  @GET
  public JsonObject versions() {
    return json(amendments.versions(reference));
  }

  /** Confirms that what the caller's agency holds has been corrected too. */
  @POST
  @Path("acknowledgement")
  @Consumes(MediaType.APPLICATION_JSON)
  public JsonObject acknowledge(InputStream stream) {
    amendments.versions(reference); // what is wrong with a request is not for whom there is nothing
    var fields = new Fields(Body.read(stream).json());
    Set<UUID> corrections = new HashSet<>();
    for (String id : fields.texts("corrections")) {
      try {
        corrections.add(UUID.fromString(id));
      } catch (IllegalArgumentException noId) {
        fields.wrong("corrections", "invalid");
      }
    }
    fields.end();
    fields.throwIfAny();
    return json(amendments.acknowledge(reference, corrections));
  }

  private static JsonObject json(Versions versions) {
    return new JsonOut()
        .put("items", JsonOut.array(versions.amended(), VersionsResource::json))
        .put("receipts", JsonOut.array(versions.receipts(), VersionsResource::json))
        .build();
  }

  private static JsonObject json(AmendedVersion version) {
    return new JsonOut()
        .put("amendment", version.amendment())
        .put("dataClass", version.dataClass())
        .put("number", Long.valueOf(version.number()))
        .put("at", version.at())
        .put("agency", version.agency())
        .put("role", version.role())
        .put("reason", version.reason())
        .put("text", version.text())
        .put("fields", JsonOut.array(version.fields(), VersionsResource::json))
        .build();
  }

  private static JsonObject json(AmendedVersion.FieldChange change) {
    return new JsonOut()
        .put("field", change.path())
        .put("was", change.was())
        .put("now", change.now())
        .build();
  }

  private static JsonObject json(AmendmentReceipt receipt) {
    return new JsonOut()
        .put("amendment", receipt.amendment())
        .put("agency", receipt.agency())
        .put("acknowledgedAt", receipt.at())
        .build();
  }
}
