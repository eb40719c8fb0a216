package uk.concordat.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import uk.concordat.referral.Passage;
import uk.concordat.referral.SearchHit;
import uk.concordat.referral.SearchQuery;
import uk.concordat.referral.SearchResult;
import uk.concordat.referral.SearchService;

/** Searching: what is searched for stands in the body, since addresses end in logs. */
@RequestScoped
@Path("/searches")
@Produces(MediaType.APPLICATION_JSON)
public class SearchesResource {
  private static final int USUAL = 25;

  @Inject SearchService searches;

  /** A page of what is found; nothing is kept of the search but its entry in the ledger. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public JsonObject search(InputStream stream) {
    var fields = new Fields(Body.read(stream).json());
    String text = fields.text("text");
    Integer limit = fields.whole("limit");
    String cursor = fields.text("cursor");
    fields.end();
    fields.throwIfAny();
    return write(searches.search(new SearchQuery(text, limit == null ? USUAL : limit, cursor)));
  }

  private static JsonObject write(SearchResult result) {
    return new JsonOut()
        .put("found", (long) result.found())
        .put("more", (Boolean) result.more())
        .put("items", JsonOut.array(result.hits(), SearchesResource::hit))
        .put("next", result.next())
        .build();
  }

  private static JsonObject hit(SearchHit hit) {
    return new JsonOut()
        .put("referral", ListWriter.item(hit.referral()))
        .put("dataClass", hit.part())
        .put("matched", hit.matched())
        .put("passage", JsonOut.array(hit.passage(), SearchesResource::passage))
        .build();
  }

  private static JsonObject passage(Passage piece) {
    return new JsonOut().put("text", piece.text()).put("marked", (Boolean) piece.marked()).build();
  }
}
