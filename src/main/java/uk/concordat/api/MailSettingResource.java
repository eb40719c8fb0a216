package uk.concordat.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import uk.concordat.mail.MailSetting;
import uk.concordat.mail.MailSettingService;

/** How the caller is told by e-mail. */
@RequestScoped
@Path("/me/mail")
@Produces(MediaType.APPLICATION_JSON)
public class MailSettingResource {
  @Inject MailSettingService settings;

  /** As it is now. */
  @GET
  public JsonObject read() {
    MailSetting setting = settings.read();
    return new JsonOut()
        .put("choice", setting.choice())
        .put("address", setting.address())
        .put("setUp", Boolean.valueOf(setting.setUp()))
        .build();
  }

  /** Changes it. */
  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  public void choose(InputStream stream) {
    var fields = new Fields(Body.read(stream).json());
    String choice = fields.text("choice");
    fields.end();
    fields.throwIfAny();
    settings.choose(choice);
  }
}
