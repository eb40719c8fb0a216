package uk.concordat.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.time.YearMonth;
import java.util.Set;
import uk.concordat.audit.Erasure;
import uk.concordat.kernel.NotFound;
import uk.concordat.oversight.LedgerDisposalService;
import uk.concordat.oversight.LedgerMonth;
import uk.concordat.oversight.LedgerMonthService;
import uk.concordat.oversight.TransientFile;

/** The months of the ledger: exports and disposal. */
@RequestScoped
@Path("/ledger/months")
@Produces(MediaType.APPLICATION_JSON)
public class LedgerMonthsResource {
  private static final String USE = "use";

  /** From the year in which computers begin to count: no ledger is older. */
  private static final String SHAPE = "(19[7-9]\\d|[2-9]\\d{3})-(0[1-9]|1[0-2])";

  @Inject LedgerMonthService months;
  @Inject LedgerDisposalService disposals;
  @Context UriInfo address;

  /** All of them, the newest first. */
  @GET
  public JsonObject all() {
    new StrictQuery(address.getQueryParameters(), Set.of()).throwIfAny();
    return new JsonOut()
        .put("items", JsonOut.array(months.all(), LedgerMonthsResource::json))
        .build();
  }

  /** One of them as a signed file. */
  @GET
  @Path("{month}/export")
  @Produces("application/zip")
  public Response export(@PathParam("month") String month) {
    YearMonth wanted = month(month);
    var query = new StrictQuery(address.getQueryParameters(), Set.of(USE));
    String use = query.shaped(USE, "[A-Z_]{1,60}", "unknown");
    query.throwIfAny();
    var file = new TransientFile("ledger-" + wanted);
    file.fill(to -> months.export(wanted, use, to));
    StreamingOutput content = file::send;
    return Response.ok(content)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"concordat-ledger-" + wanted + ".zip\"")
        .header(HttpHeaders.CONTENT_LENGTH, file.size())
        .build();
  }

  /** Proposes its disposal. */
  @PUT
  @Path("{month}/disposal")
  public void propose(@PathParam("month") String month) {
    disposals.propose(month(month));
  }

  /** Takes the proposal back. */
  @DELETE
  @Path("{month}/disposal")
  public void withdraw(@PathParam("month") String month) {
    disposals.withdraw(month(month));
  }

  /** Approves what another agency proposed: the entries are erased. */
  @POST
  @Path("{month}/disposal/approval")
  public JsonObject approve(@PathParam("month") String month) {
    return json(disposals.approve(month(month)));
  }

  private static JsonObject json(Erasure erasure) {
    JsonArray leaves =
        JsonOut.array(
            erasure.leaves(),
            span -> Json.createArrayBuilder().add(span.from()).add(span.to()).build());
    return new JsonOut()
        .put("month", erasure.month())
        .put("rule", erasure.rule())
        .put("date", erasure.date())
        .put("proposedBy", erasure.proposedBy())
        .put("leaves", leaves)
        .build();
  }

  private static YearMonth month(String text) {
    if (!text.matches(SHAPE)) {
      throw new NotFound();
    }
    return YearMonth.parse(text);
  }

  private static JsonObject json(LedgerMonth month) {
    return new JsonOut()
        .put("month", month.month().toString())
        .put("from", Long.valueOf(month.leaves().from()))
        .put("to", Long.valueOf(month.leaves().to()))
        .put("complete", Boolean.valueOf(month.complete()))
        .put("kept", month.kept())
        .put("rule", month.rule())
        .put("proposedBy", month.proposedBy())
        .put("proposedAt", month.proposedAt())
        .put("disposedOn", month.disposedOn() == null ? null : month.disposedOn().toString())
        .build();
  }
}
