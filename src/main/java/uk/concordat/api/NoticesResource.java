package uk.concordat.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import uk.concordat.access.Notice;
import uk.concordat.access.NoticeService;

/** What the caller should know. */
@RequestScoped
@Path("/notices")
@Produces(MediaType.APPLICATION_JSON)
public class NoticesResource {
  @Inject NoticeService notices;

  /** The newest. */
  @GET
  public JsonObject list() {
    return new JsonOut().put("items", JsonOut.array(notices.list(), NoticesResource::json)).build();
  }

  private static JsonObject json(Notice notice) {
    return new JsonOut()
        .put("id", notice.id())
        .put("kind", notice.kind())
        .put("reference", notice.reference())
        .put("agency", notice.agency())
        .put("about", notice.about())
        .put("at", notice.at())
        .put("seen", Boolean.valueOf(notice.seen()))
        .build();
  }
}
