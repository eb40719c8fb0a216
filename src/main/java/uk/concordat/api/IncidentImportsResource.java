package uk.concordat.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import uk.concordat.incident.ImportView;
import uk.concordat.incident.IncidentImportService;
import uk.concordat.incident.RowError;

/** A backlog of incidents from a file. */
@RequestScoped
@Path("/incident-imports")
@Produces(MediaType.APPLICATION_JSON)
public class IncidentImportsResource {
  private static final int MOST = 48 * 1024 * 1024;

  @Inject IncidentImportService imports;
  @Context UriInfo uri;

  /** Reads a file and checks it; nothing is logged by it. */
  @POST
  @Consumes("text/csv")
  public Response read(InputStream stream) {
    byte[] file = bytes(stream);
    ImportView view = imports.read(imports.begin(file), file);
    URI location = uri.getAbsolutePathBuilder().path(view.id().toString()).build();
    return Response.created(location).entity(write(view)).type(MediaType.APPLICATION_JSON).build();
  }

  /** What has become of it. */
  @GET
  @Path("{id}")
  public JsonObject find(@PathParam("id") String id) {
    return write(imports.find(PathIds.read(id)));
  }

  /** Logs every incident of it at once. */
  @POST
  @Path("{id}/commit")
  public JsonObject commit(@PathParam("id") String id) {
    return write(imports.commit(PathIds.read(id)));
  }

  /** Forgets it. */
  @DELETE
  @Path("{id}")
  public void discard(@PathParam("id") String id) {
    imports.discard(PathIds.read(id));
  }

  private static byte[] bytes(InputStream stream) {
    try {
      byte[] bytes = stream.readNBytes(MOST + 1);
      if (bytes.length > MOST) {
        throw new ClientErrorException(413);
      }
      return bytes;
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  private static JsonObject write(ImportView view) {
    return new JsonOut()
        .put("id", view.id())
        .put("state", view.state())
        .put("done", Long.valueOf(view.done()))
        .put("rows", Long.valueOf(view.rows()))
        .put("wrong", Long.valueOf(view.wrong()))
        .put("interrupted", view.interrupted())
        .put("errors", JsonOut.array(view.errors(), IncidentImportsResource::error))
        .put("createdAt", view.createdAt())
        .build();
  }

  private static JsonObject error(RowError error) {
    return new JsonOut()
        .put("row", Long.valueOf(error.row()))
        .put("field", error.field())
        .put("code", error.code())
        .build();
  }
}
