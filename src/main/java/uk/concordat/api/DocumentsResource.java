package uk.concordat.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import uk.concordat.access.DataClass;
import uk.concordat.document.Document;
import uk.concordat.kernel.InvalidInput;
import uk.concordat.referral.Attaching;
import uk.concordat.referral.AttachmentService;
import uk.concordat.referral.DocumentReader;
import uk.concordat.referral.DocumentService;
import uk.concordat.referral.Documents;
import uk.concordat.referral.Previews;
import uk.concordat.referral.ShownPage;

/** The documents of a referral. */
@RequestScoped
@Path("/referrals/{reference}/documents")
public class DocumentsResource {
  /** Wherever a browser may open it: it does nothing there. */
  private static final String SANDBOX = "default-src 'none'; sandbox";

  /** What a code of a list looks like. */
  private static final String FORM = "[A-Z0-9_]{1,60}";

  @Inject DocumentService documents;
  @Inject DocumentReader reader;
  @Inject Previews previews;
  @Inject Attaching attaching;
  @Inject AttachmentService attachments;
  @Inject ReferralDoor door;
  @Context UriInfo uri;
  @Context HttpHeaders headers;

  @PathParam("reference")
  String reference;

  /** Those that the caller sees; of one form of a file where that is asked for. */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public JsonObject list(@QueryParam("form") String form) {
    if (form != null && !form.matches(FORM)) {
      throw new InvalidInput("form", "unknown");
    }
    Documents listed = documents.list(reference);
    List<Document> asked =
        listed.seen().stream().filter(one -> form == null || form.equals(one.form())).toList();
    return new JsonOut()
        .put("items", JsonOut.array(asked, DocumentWriter::write))
        .texts("attachable", listed.attachable())
        .build();
  }

  /** Attaches the body; the same key with the same file answers the first document again. */
  @POST
  @Consumes(MediaType.APPLICATION_OCTET_STREAM)
  @Produces(MediaType.APPLICATION_JSON)
  public Response attach(
      @QueryParam("dataClass") String dataClass,
      @QueryParam("form") String form,
      @HeaderParam(HttpHeaders.CONTENT_DISPOSITION) String disposition,
      @HeaderParam(IdempotencyKey.HEADER) String key,
      InputStream stream) {
    return door.toThoseWhoSee(
        reference,
        () -> {
          String checked = IdempotencyKey.checked(key);
          DataClass chosen = dataClass(dataClass);
          var body = attaching.incoming(stream, headers.getLength());
          Document document =
              attaching.asked(
                  reference,
                  chosen,
                  checked,
                  () -> {
                    SentFile file = SentFile.read(disposition, body);
                    String digest = file.digest(form == null ? dataClass : dataClass + " " + form);
                    return attaching.attach(
                        reference, chosen, form, file.name(), file.bytes(), checked, digest);
                  });
          URI location = uri.getAbsolutePathBuilder().path(document.id().toString()).build();
          return Response.created(location)
              .entity(DocumentWriter.write(document))
              .type(MediaType.APPLICATION_JSON)
              .build();
        });
  }

  /** One of them. */
  @GET
  @Path("{document}")
  @Produces(MediaType.APPLICATION_JSON)
  public JsonObject find(@PathParam("document") String document) {
    return DocumentWriter.write(documents.find(reference, PathIds.read(document)));
  }

  /** Erases one of a draft. */
  @DELETE
  @Path("{document}")
  public void erase(@PathParam("document") String document) {
    attachments.erase(reference, PathIds.read(document));
  }

  /** Its bytes, to be laid aside. */
  @GET
  @Path("{document}/content")
  @Produces(MediaType.APPLICATION_OCTET_STREAM)
  public Response content(@PathParam("document") String document) {
    Document opened = documents.open(reference, PathIds.read(document));
    StreamingOutput content = out -> reader.send(opened, out);
    return Response.ok(content, MediaType.APPLICATION_OCTET_STREAM)
        .header(HttpHeaders.CONTENT_LENGTH, opened.size())
        .header(HttpHeaders.CONTENT_DISPOSITION, opened.name().disposition())
        .header("Content-Security-Policy", SANDBOX)
        .build();
  }

  /** A page of it as a picture. */
  @GET
  @Path("{document}/pages/{page}")
  @Produces({"image/png", "image/jpeg"})
  public Response page(@PathParam("document") String document, @PathParam("page") String page) {
    ShownPage shown = previews.page(reference, PathIds.read(document), number(page));
    StreamingOutput content = shown::send;
    return Response.ok(content, shown.mediaType())
        .header(HttpHeaders.CONTENT_LENGTH, shown.size())
        .header("Content-Security-Policy", SANDBOX)
        .build();
  }

  /** Withdraws one of a referral that was sent. */
  @POST
  @Path("{document}/withdrawal")
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  public Response withdraw(@PathParam("document") String document, InputStream stream) {
    return door.toThoseWhoSee(
        reference,
        () -> {
          var fields = new Fields(Body.read(stream).json());
          String reason = fields.text("reason");
          fields.end();
          fields.throwIfAny();
          Document withdrawn = attachments.withdraw(reference, PathIds.read(document), reason);
          return Response.ok(DocumentWriter.write(withdrawn), MediaType.APPLICATION_JSON).build();
        });
  }

  private static DataClass dataClass(String given) {
    return given == null
        ? null
        : Arrays.stream(DataClass.values())
            .filter(one -> one.name().equals(given))
            .findFirst()
            .orElseThrow(() -> new InvalidInput("dataClass", "unknown"));
  }

  private static int number(String page) {
    return page.matches("[1-9][0-9]{0,3}") ? Integer.parseInt(page) : 0;
  }
}
