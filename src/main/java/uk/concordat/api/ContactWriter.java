package uk.concordat.api;

import jakarta.json.JsonObject;
import uk.concordat.referral.Contact;

/** Renders a contact with the person harmed, as far as this caller sees it. */
final class ContactWriter {
  private ContactWriter() {}

  static JsonObject write(Contact contact) {
    return new JsonOut()
        .put("id", contact.id())
        .put("kind", contact.kind())
        .put("result", contact.result())
        .put("madeBy", contact.madeBy())
        .put("exemption", contact.exemption())
        .put("at", contact.at())
        .put("agency", contact.agency())
        .put("role", contact.role())
        .put("words", contact.words())
        .build();
  }
}
