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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Arrays;
import uk.concordat.access.Refused;
import uk.concordat.kernel.InvalidInput;
import uk.concordat.referral.Contact;
import uk.concordat.referral.ContactContent;
import uk.concordat.referral.ContactService;

/** What the person harmed was told, and when. */
@RequestScoped
@Path("/referrals/{reference}/contacts")
@Produces(MediaType.APPLICATION_JSON)
public class ContactsResource {
  @Inject ContactService contacts;

  @PathParam("reference")
  String reference;

  /** The latest contacts. */
  @GET
  public JsonObject list() {
    return new JsonOut()
        .put("items", JsonOut.array(contacts.contacts(reference), ContactWriter::write))
        .build();
  }

  /** Writes one down; the same key with the same body answers the first one again. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response log(@HeaderParam(IdempotencyKey.HEADER) String key, InputStream stream) {
    try {
      String checked = IdempotencyKey.checked(key);
      Body body = Body.read(stream);
      return Response.status(Response.Status.CREATED)
          .entity(
              ContactWriter.write(contacts.log(reference, content(body), checked, body.digest())))
          .build();
    } catch (InvalidInput | MalformedJson | Refused wrong) {
      contacts.contacts(reference); // what is wrong is not for those to whom there is no record
      throw wrong;
    }
  }

  private static ContactContent content(Body body) {
    var fields = new Fields(body.json());
    var content =
        new ContactContent(
            fields.text("kind"),
            result(fields),
            fields.text("madeBy"),
            fields.text("exemption"),
            fields.date("on"),
            fields.time("time"),
            fields.text("words"));
    fields.end();
    fields.throwIfAny();
    return content;
  }

  private static Contact.Result result(Fields fields) {
    String given = fields.text("result");
    if (given == null) {
      return null;
    }
    return Arrays.stream(Contact.Result.values())
        .filter(one -> one.name().equals(given))
        .findFirst()
        .orElseGet(
            () -> {
              fields.wrong("result", "unknown");
              return null;
            });
  }
}
