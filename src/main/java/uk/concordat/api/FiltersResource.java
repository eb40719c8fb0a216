package uk.concordat.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import uk.concordat.queue.SavedFilter;
import uk.concordat.queue.SavedFilterService;

/** Lists that the caller keeps as filters: their own, and nobody else's. */
@RequestScoped
@Path("/filters")
@Produces(MediaType.APPLICATION_JSON)
public class FiltersResource {
  @Inject SavedFilterService filters;
  @Context UriInfo uri;

  /** All of them, by name. */
  @GET
  public JsonObject list() {
    return new JsonOut().put("items", JsonOut.array(filters.list(), FilterWriter::write)).build();
  }

  /** Keeps one. Its name is its key: sent again it is taken. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response save(InputStream stream) {
    var read = FilterReader.read(Body.read(stream).json());
    SavedFilter filter = filters.save(read.name(), read.list());
    return Response.created(uri.getAbsolutePathBuilder().path(filter.id().toString()).build())
        .entity(FilterWriter.write(filter))
        .build();
  }

  /** Calls one something else. */
  @PUT
  @Path("{id}/name")
  @Consumes(MediaType.APPLICATION_JSON)
  public JsonObject rename(@PathParam("id") String id, InputStream stream) {
    var fields = new Fields(Body.read(stream).json());
    String name = fields.text("name");
    fields.end();
    fields.throwIfAny();
    return FilterWriter.write(filters.rename(PathIds.read(id), name));
  }

  /** Forgets one. */
  @DELETE
  @Path("{id}")
  public void delete(@PathParam("id") String id) {
    filters.delete(PathIds.read(id));
  }
}
