package uk.concordat.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.net.URI;
import uk.concordat.referral.DraftService;
import uk.concordat.referral.ListPage;
import uk.concordat.referral.ReferralService;
import uk.concordat.referral.ReferralView;

/** Referrals: drafts, lists, reading, changing and the moves. */
@RequestScoped
@Path("/referrals")
@Produces(MediaType.APPLICATION_JSON)
public class ReferralsResource {
  private static final String MERGE_PATCH = "application/merge-patch+json";

  @Inject ReferralService referrals;
  @Inject ReferralDoor door;
  @Inject DraftService drafts;
  @Inject MoveDesk moves;
  @Context UriInfo uri;

  /** Starts a draft; the same key with the same body answers the first one again. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response create(@HeaderParam(IdempotencyKey.HEADER) String key, InputStream stream) {
    String checked = IdempotencyKey.checked(key);
    Body body = Body.read(stream);
    ReferralView view = drafts.create(ContentReader.read(body.json()), checked, body.digest());
    URI location = uri.getAbsolutePathBuilder().path(view.reference()).build();
    return rendered(Response.created(location), view);
  }

  /** A page of what the caller may see, with links to the pages beside it. */
  @GET
  public Response list() {
    ListPage page = referrals.list(ListParameters.read(uri.getQueryParameters()));
    var response = Response.ok(ListWriter.write(page));
    link(response, "prev", page.previous());
    link(response, "next", page.next());
    return response.build();
  }

  /** One referral, as much of it as the caller may see. */
  @GET
  @Path("{reference}")
  public Response read(@PathParam("reference") String reference) {
    return rendered(Response.ok(), referrals.read(reference));
  }

  /** Changes a draft by a JSON merge patch (RFC 7396). */
  @PATCH
  @Path("{reference}")
  @Consumes({MERGE_PATCH, MediaType.APPLICATION_JSON})
  public Response amend(
      @PathParam("reference") String reference,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      InputStream stream) {
    return door.toThoseWhoSee(
        reference,
        () -> {
          String version = EntityTags.composed(ifMatch);
          MergePatch patch = MergePatch.read(Body.read(stream).json());
          return rendered(Response.ok(), drafts.amend(reference, version, patch));
        });
  }

  /** Erases a draft. */
  @DELETE
  @Path("{reference}")
  public Response discard(
      @PathParam("reference") String reference, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
    return door.toThoseWhoSee(
        reference,
        () -> {
          drafts.discard(reference, EntityTags.composed(ifMatch));
          return Response.noContent().build();
        });
  }

  /** Makes a move. */
  @POST
  @Path("{reference}/moves")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response move(
      @PathParam("reference") String reference,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      InputStream stream) {
    return door.toThoseWhoSee(
        reference,
        () -> {
          String version = EntityTags.composed(ifMatch);
          MoveRequest request = MoveRequest.read(Body.read(stream).json());
          return rendered(Response.ok(), moves.make(reference, version, request));
        });
  }

  private static Response rendered(Response.ResponseBuilder response, ReferralView view) {
    return response
        .tag(EntityTags.of(view.version()))
        .entity(ReferralWriter.write(view))
        .type(MediaType.APPLICATION_JSON)
        .build();
  }

  private void link(Response.ResponseBuilder response, String relation, String cursor) {
    if (cursor != null) {
      URI page = uri.getRequestUriBuilder().replaceQueryParam("cursor", cursor).build();
      response.link(page, relation);
    }
  }
}
