package uk.concordat.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import uk.concordat.casework.Crime;
import uk.concordat.casework.CrimeContent;
import uk.concordat.casework.CrimeCorrectionService;
import uk.concordat.casework.CrimeDetail;
import uk.concordat.casework.CrimeService;
import uk.concordat.casework.CrimeStrand;
import uk.concordat.casework.CrimeVersion;
import uk.concordat.casework.Crimes;
import uk.concordat.kernel.Strand;

/** The crimes that the police record for a referral. */
@RequestScoped
@Path("/referrals/{reference}/crimes")
@Produces(MediaType.APPLICATION_JSON)
public class CrimesResource {
  @Inject CrimeService crimes;
  @Inject CrimeCorrectionService corrections;
  @Inject ReferralDoor door;

  /** Those of a referral. */
  @GET
  public Response of(@PathParam("reference") String reference) {
    return answer(Response.ok(), crimes.of(reference));
  }

  /** Records one. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response record(
      @PathParam("reference") String reference,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      InputStream stream) {
    return door.toThoseWhoSee(
        reference,
        () -> {
          String version = EntityTags.composed(ifMatch);
          CrimeContent content = content(new Fields(Body.read(stream).json()));
          return answer(Response.status(201), crimes.record(reference, version, content));
        });
  }

  /** Records one as hate on another strand, or says that it was a mistake to. */
  @POST
  @Path("{id}/strands")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response restrand(
      @PathParam("reference") String reference,
      @PathParam("id") String id,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      InputStream stream) {
    return door.toThoseWhoSee(
        reference,
        () -> {
          String version = EntityTags.composed(ifMatch);
          var fields = new Fields(Body.read(stream).json());
          Strand strand = fields.constant(Strand.values(), "strand");
          String mistake = fields.text("mistake");
          fields.end();
          fields.throwIfAny();
          return answer(
              Response.ok(),
              crimes.restrand(reference, version, PathIds.read(id), strand, mistake));
        });
  }

  /** Corrects one. */
  @POST
  @Path("{id}/corrections")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response correct(
      @PathParam("reference") String reference,
      @PathParam("id") String id,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      InputStream stream) {
    return door.toThoseWhoSee(
        reference,
        () -> {
          String version = EntityTags.composed(ifMatch);
          var fields = new Fields(Body.read(stream).json());
          String reason = fields.text("reason");
          CrimeContent content = content(fields);
          return answer(
              Response.ok(),
              corrections.correct(reference, version, PathIds.read(id), content, reason));
        });
  }

  private static CrimeContent content(Fields fields) {
    var content =
        new CrimeContent(
            fields.text("reference"),
            fields.date("reportedOn"),
            fields.date("recordedOn"),
            fields.text("offenceClass"),
            fields.text("homeOfficeClass"),
            fields.text("offenceCode"),
            ContentReader.strands(fields));
    fields.end();
    fields.throwIfAny();
    return content;
  }

  /** The crimes as they now stand. */
  static Response answer(Response.ResponseBuilder response, Crimes found) {
    JsonObject body =
        new JsonOut().put("items", JsonOut.array(found.crimes(), CrimesResource::crime)).build();
    return ReferralDoor.answer(response, found.version(), body);
  }

  private static JsonObject crime(Crime crime) {
    return new JsonOut()
        .put("id", crime.id())
        .put("reference", crime.reference())
        .put("force", crime.force())
        .put("recordedOn", crime.recordedOn())
        .put("enteredAt", crime.enteredAt())
        .put("detail", crime.detail() == null ? null : detail(crime, crime.detail()))
        .build();
  }

  private static JsonObject detail(Crime crime, CrimeDetail detail) {
    return new JsonOut()
        .put("reportedOn", detail.reportedOn())
        .put("late", (Boolean) crime.late())
        .put("offenceClass", detail.offenceClass())
        .put("homeOfficeClass", detail.homeOfficeClass())
        .put("offenceCode", detail.offenceCode())
        .put("strands", JsonOut.array(detail.strands(), CrimesResource::strand))
        .put("versions", JsonOut.array(detail.versions(), CrimesResource::version))
        .put("outcomes", JsonOut.array(detail.outcomes(), CrimeOutcomesResource::write))
        .put("merges", JsonOut.array(detail.merges(), CrimeMergesResource::write))
        .build();
  }

  private static JsonObject version(CrimeVersion version) {
    CrimeContent was = version.content();
    return new JsonOut()
        .put("number", (long) version.number())
        .put("reference", was.reference())
        .put("recordedOn", was.recordedOn())
        .put("reportedOn", was.reportedOn())
        .put("offenceClass", was.offenceClass())
        .put("homeOfficeClass", was.homeOfficeClass())
        .put("offenceCode", was.offenceCode())
        .texts("strands", was.strands())
        .put("reason", version.reason())
        .put("role", version.role())
        .put("at", version.at())
        .build();
  }

  private static JsonObject strand(CrimeStrand strand) {
    return new JsonOut()
        .put("strand", strand.strand())
        .put("recordedAt", strand.recordedAt())
        .put("mistake", strand.mistake())
        .put("mistakeAt", strand.mistakeAt())
        .build();
  }
}
