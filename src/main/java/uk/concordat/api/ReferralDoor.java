package uk.concordat.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.function.Supplier;
import uk.concordat.access.Refused;
import uk.concordat.kernel.InvalidInput;
import uk.concordat.referral.ReferralService;

/** What the resources below a referral have in common. */
@ApplicationScoped
class ReferralDoor {
  @Inject ReferralService referrals;

  /** What is wrong with a request is not for those to whom the record does not exist. */
  Response toThoseWhoSee(String reference, Supplier<Response> work) {
    try {
      return work.get();
    } catch (InvalidInput | MalformedJson | MissingPrecondition | Refused wrong) {
      referrals.read(reference);
      throw wrong;
    }
  }

  /** An answer with its entity tag. */
  static Response answer(Response.ResponseBuilder response, String version, JsonObject body) {
    return response
        .tag(EntityTags.of(version))
        .entity(body)
        .type(MediaType.APPLICATION_JSON)
        .build();
  }
}
