package uk.concordat.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import uk.concordat.kernel.InvalidInput;
import uk.concordat.oversight.TransientFile;
import uk.concordat.referral.ListExportService;
import uk.concordat.referral.ListQuery;

/** The caller's list of referrals as a file. */
@RequestScoped
@Path("/referrals.csv")
public class ListExportResource {
  private static final String PURPOSE = "purpose";

  @Inject ListExportService lists;
  @Context UriInfo uri;

  /** Those of its rows that the caller may export. */
  @GET
  @Produces("text/csv;charset=UTF-8")
  public Response export() {
    ListQuery query = ListParameters.whole(uri.getQueryParameters(), PURPOSE);
    String purpose = uri.getQueryParameters().getFirst(PURPOSE);
    if (purpose != null && !purpose.matches("[A-Z_]{1,60}")) {
      throw new InvalidInput(PURPOSE, "unknown");
    }
    var file = new TransientFile("list");
    file.fill(to -> lists.export(query, purpose, to));
    StreamingOutput content = file::send;
    return Response.ok(content)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"concordat-referrals.csv\"")
        .header(HttpHeaders.CONTENT_LENGTH, file.size())
        .build();
  }
}
