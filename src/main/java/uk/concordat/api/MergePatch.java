package uk.concordat.api;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.function.UnaryOperator;
import uk.concordat.kernel.InvalidInput;
import uk.concordat.referral.ReferralContent;

/** A change to a draft as RFC 7396 writes it: what is there replaces, null clears. */
record MergePatch(JsonObject patch) implements UnaryOperator<ReferralContent> {

  /**
   * @throws InvalidInput when the patch itself names or holds what no draft has
   */
  static MergePatch read(JsonObject patch) {
    ContentReader.read(patch);
    return new MergePatch(patch);
  }

  @Override
  public ReferralContent apply(ReferralContent before) {
    return ContentReader.read(
        Json.createMergePatch(patch).apply(ContentWriter.write(before)).asJsonObject());
  }
}
