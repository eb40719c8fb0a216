package uk.concordat.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.net.URI;
import java.util.Set;
import uk.concordat.access.Refused;
import uk.concordat.incident.IncidentDraftService;
import uk.concordat.incident.IncidentPage;
import uk.concordat.incident.IncidentQuery;
import uk.concordat.incident.IncidentRecordingService;
import uk.concordat.incident.IncidentReferralService;
import uk.concordat.incident.IncidentService;
import uk.concordat.incident.IncidentState;
import uk.concordat.incident.IncidentView;
import uk.concordat.incident.RecordingContent;
import uk.concordat.kernel.InvalidInput;
import uk.concordat.kernel.Strand;
import uk.concordat.referral.ReferralView;

/** Community incidents: logging, lists, reading. */
@RequestScoped
@Path("/incidents")
@Produces(MediaType.APPLICATION_JSON)
public class IncidentsResource {
  private static final Set<String> PARAMETERS =
      Set.of("state", "category", "strand", "reference", "limit", "cursor");

  @Inject IncidentDraftService drafts;
  @Inject IncidentService incidents;
  @Inject IncidentRecordingService recordings;
  @Inject IncidentReferralService referrals;
  @Context UriInfo uri;

  /** Logs an incident; the same key with the same body answers the first one again. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response create(@HeaderParam(IdempotencyKey.HEADER) String key, InputStream stream) {
    String checked = IdempotencyKey.checked(key);
    Body body = Body.read(stream);
    String reference = drafts.create(IncidentReader.read(body.json()), checked, body.digest());
    URI location = uri.getAbsolutePathBuilder().path(reference).build();
    return Response.created(location)
        .entity(new JsonOut().put("reference", reference).build())
        .type(MediaType.APPLICATION_JSON)
        .build();
  }

  /** A page of what the caller may see, with links to the pages beside it. */
  @GET
  public Response list() {
    IncidentPage page = incidents.list(query(uri.getQueryParameters()));
    var response = Response.ok(IncidentWriter.write(page));
    link(response, "prev", page.previous());
    link(response, "next", page.next());
    return response.build();
  }

  private static IncidentQuery query(MultivaluedMap<String, String> parameters) {
    var given = new StrictQuery(parameters, PARAMETERS);
    IncidentState state = given.value("state", "unknown", IncidentState::valueOf);
    String limit = given.shaped("limit", "\\d{1,3}", "invalid");
    var query =
        new IncidentQuery(
            state == null ? IncidentState.LOGGED : state,
            given.shaped("category", "[A-Z0-9_]{1,60}", "unknown"),
            given.value("strand", "unknown", Strand::valueOf),
            given.shaped("reference", "[A-Z0-9-]{1,17}", "invalid"),
            limit == null ? 25 : Integer.parseInt(limit),
            given.shaped("cursor", "[A-Za-z0-9_-]{1,500}", "invalid"));
    given.throwIfAny();
    return query;
  }

  /** One incident, as much of it as the caller may see. */
  @GET
  @Path("{reference}")
  public Response read(@PathParam("reference") String reference) {
    IncidentView view = incidents.read(reference);
    return Response.ok(IncidentWriter.write(view)).tag(EntityTags.of(view.version())).build();
  }

  /** Makes a referral of it: a draft that begins with what was written down. */
  @POST
  @Path("{reference}/referrals")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response refer(
      @PathParam("reference") String reference,
      @HeaderParam(IdempotencyKey.HEADER) String key,
      InputStream stream) {
    try {
      String checked = IdempotencyKey.checked(key);
      Body body = Body.read(stream);
      var fields = new Fields(body.json());
      String to = fields.text("to");
      fields.end();
      fields.throwIfAny();
      ReferralView draft = referrals.refer(reference, to, checked, body.digest());
      return Response.created(
              uri.getBaseUriBuilder().path("referrals").path(draft.reference()).build())
          .tag(EntityTags.of(draft.version()))
          .entity(ReferralWriter.write(draft))
          .type(MediaType.APPLICATION_JSON)
          .build();
    } catch (InvalidInput | MalformedJson | Refused wrong) {
      incidents.read(reference);
      throw wrong;
    }
  }

  /**
   * Decides how it is recorded; what is wrong with a request is not for those who do not see it.
   */
  @POST
  @Path("{reference}/recordings")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response record(
      @PathParam("reference") String reference,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      InputStream stream) {
    try {
      String version = EntityTags.composed(ifMatch);
      RecordingContent content = RecordingReader.read(Body.read(stream).json());
      IncidentView view = recordings.record(reference, version, content);
      return Response.ok(IncidentWriter.write(view))
          .tag(EntityTags.of(view.version()))
          .type(MediaType.APPLICATION_JSON)
          .build();
    } catch (InvalidInput | MalformedJson | MissingPrecondition | Refused wrong) {
      incidents.read(reference);
      throw wrong;
    }
  }

  private void link(Response.ResponseBuilder response, String relation, String cursor) {
    if (cursor != null) {
      URI page = uri.getRequestUriBuilder().replaceQueryParam("cursor", cursor).build();
      response.link(page, relation);
    }
  }
}
