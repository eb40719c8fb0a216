package uk.concordat.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import uk.concordat.audit.merkle.ConsistencyProof;
import uk.concordat.audit.merkle.InclusionProof;
import uk.concordat.oversight.LedgerProofService;
import uk.concordat.oversight.WitnessService;

/** The ledger's tree: signed states, keys and proofs. */
@RequestScoped
@Path("/ledger")
public class LedgerResource {
  private static final String TEXT = "text/plain;charset=UTF-8";

  private static final int MOST = 64 * 1024;

  @Inject LedgerProofService proofs;
  @Inject WitnessService witnesses;
  @Context UriInfo address;

  /** The newest checkpoint, as a signed note. */
  @GET
  @Path("checkpoint")
  @Produces(TEXT)
  public String checkpoint() {
    return proofs.checkpoint();
  }

  /** Verifier keys, one in a line. */
  @GET
  @Path("key")
  @Produces(TEXT)
  public String key() {
    return String.join("\n", proofs.keys()) + "\n";
  }

  /** Takes the cosignature of a witness under a checkpoint. */
  @POST
  @Path("witness")
  @Consumes(MediaType.TEXT_PLAIN)
  public void witness(InputStream stream) throws IOException {
    byte[] note = stream.readNBytes(MOST + 1);
    if (note.length > MOST) {
      throw new ClientErrorException(413);
    }
    witnesses.cosign(new String(note, StandardCharsets.UTF_8));
  }

  /** That a leaf is in a tree. */
  @GET
  @Path("proof/inclusion")
  @Produces(MediaType.APPLICATION_JSON)
  public JsonObject inclusion() {
    var numbers = new Numbers(address.getQueryParameters(), "leaf", "size");
    InclusionProof proof = proofs.inclusion(numbers.get("leaf"), numbers.get("size"));
    return Json.createObjectBuilder()
        .add("leafIndex", proof.leafIndex())
        .add("treeSize", proof.treeSize())
        .add("leafHash", text(proof.leafHash()))
        .add("hashes", texts(proof.hashes()))
        .build();
  }

  /** That a tree is the beginning of another. */
  @GET
  @Path("proof/consistency")
  @Produces(MediaType.APPLICATION_JSON)
  public JsonObject consistency() {
    var numbers = new Numbers(address.getQueryParameters(), "from", "to");
    ConsistencyProof proof = proofs.consistency(numbers.get("from"), numbers.get("to"));
    return Json.createObjectBuilder()
        .add("from", proof.from())
        .add("to", proof.to())
        .add("hashes", texts(proof.hashes()))
        .build();
  }

  private static JsonArray texts(Collection<byte[]> hashes) {
    return JsonOut.array(hashes, hash -> Json.createValue(text(hash)));
  }

  private static String text(byte[] hash) {
    return Base64.getEncoder().encodeToString(hash);
  }
}
