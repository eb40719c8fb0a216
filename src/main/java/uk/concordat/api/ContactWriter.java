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
        .put("loggedAt", contact.loggedAt())
        .put("due", due(contact.due()))
        .put("agency", contact.agency())
        .put("role", contact.role())
        .put("words", contact.words())
        .build();
  }

  private static JsonObject due(Contact.Due due) {
    return due == null ? null : new JsonOut().put("step", due.step()).put("at", due.at()).build();
  }
}
