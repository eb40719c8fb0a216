package uk.concordat.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What the person harmed was told, and when ({@link ContactSight} says who sees what of it). */
@ApplicationScoped
class ContactTimeline implements TimelineSource {
  private static final String SELECT =
      "select c.id, c.at, "
          + ContactRepository.COLUMNS
          + " from referral_contact c left join contact_words w on w.contact = c.id where c.referral"
          + " = ?1";

  @Inject TimelineRepository timeline;

  @Override
  public List<TimelineEntry> entries(UUID referral, TimelineReader reader, TimelineSpan span) {
    List<Contact> contacts =
        timeline.rows(SELECT, referral, span).stream().map(ContactRepository::contact).toList();
    return new ContactSight(reader.access(), reader.agency(), reader.contentUntil())
        .of(contacts).stream().map(ContactTimeline::entry).toList();
  }

  private static TimelineEntry entry(Contact contact) {
    Map<String, String> details = new LinkedHashMap<>();
    details.put("kind", contact.kind());
    details.put("result", contact.result().name());
    details.put("madeBy", contact.madeBy());
    details.put("exemption", contact.exemption());
    details.put("text", contact.words());
    return new TimelineEntry(
        contact.id(),
        contact.at(),
        TimelineKind.CONTACT,
        contact.agency(),
        contact.role(),
        List.copyOf(ContactSight.classes(List.of(contact))),
        details);
  }
}
