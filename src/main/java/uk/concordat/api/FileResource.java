package uk.concordat.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import uk.concordat.prosecution.FileAnswer;
import uk.concordat.prosecution.FileContent;
import uk.concordat.prosecution.FileService;
import uk.concordat.prosecution.Priority;
import uk.concordat.prosecution.ReviewService;
import uk.concordat.prosecution.SubmissionKind;

/** The file that the police put together for prosecutors. */
@RequestScoped
@Path("/referrals/{reference}/file")
@Produces(MediaType.APPLICATION_JSON)
public class FileResource {
  @Inject FileService files;
  @Inject ReviewService reviews;
  @Inject ReferralDoor door;

  /** The file of a referral. */
  @GET
  public Response of(@PathParam("reference") String reference) {
    return FileWriter.answer(Response.ok(), files.of(reference));
  }

  /** Starts it, or says anew what it is about. */
  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  public Response keep(
      @PathParam("reference") String reference,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      InputStream stream) {
    return door.toThoseWhoSee(
        reference,
        () -> {
          String version = EntityTags.composed(ifMatch);
          var fields = new Fields(Body.read(stream).json());
          var content =
              new FileContent(
                  fields.text("urn"),
                  fields.constant(SubmissionKind.values(), "kind"),
                  fields.constant(Priority.values(), "priority"));
          fields.end();
          fields.throwIfAny();
          return FileWriter.answer(Response.ok(), files.keep(reference, version, content));
        });
  }

  /** Says what it holds of something that is needed. */
  @PUT
  @Path("answers/{item}")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response answer(
      @PathParam("reference") String reference,
      @PathParam("item") String item,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      InputStream stream) {
    return door.toThoseWhoSee(
        reference,
        () -> {
          String version = EntityTags.composed(ifMatch);
          var fields = new Fields(Body.read(stream).json());
          var answer =
              new FileAnswer(
                  item,
                  fields.constant(FileAnswer.Status.values(), "status"),
                  fields.text("words"),
                  fields.date("dueOn"));
          fields.end();
          fields.throwIfAny();
          return FileWriter.answer(Response.ok(), files.answer(reference, version, answer));
        });
  }

  /** Says what the police did about something that was asked of them. */
  @PUT
  @Path("asked/{number}")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response done(
      @PathParam("reference") String reference,
      @PathParam("number") String number,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      InputStream stream) {
    return door.toThoseWhoSee(
        reference,
        () -> {
          String version = EntityTags.composed(ifMatch);
          var fields = new Fields(Body.read(stream).json());
          String words = fields.text("done");
          fields.end();
          fields.throwIfAny();
          return FileWriter.answer(
              Response.ok(), reviews.done(reference, version, number(number), words));
        });
  }

  /** One that nothing has where it is none. */
  private static int number(String text) {
    return text.matches("[0-9]{1,6}") ? Integer.parseInt(text) : 0;
  }
}
