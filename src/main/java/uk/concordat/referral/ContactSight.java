package uk.concordat.referral;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import uk.concordat.access.Access;
import uk.concordat.access.DataClass;
import uk.concordat.access.Level;

/**
 * What a caller sees of contacts with the person harmed: that there was one is feedback (D16), and
 * their own agency's with the safe-contact needs (D4). How, why not and in what words stays with
 * the agency that wrote it, among those who see these needs. What the other agency writes after the
 * content's time is over is not seen.
 *
 * @param agency the caller's
 * @param contentUntil when the receiver's sight of the content ends; null where it does not
 */
record ContactSight(Access access, String agency, Instant contentUntil) {

  /** Whether the caller sees that there was one. */
  boolean sees(Contact contact) {
    boolean own = contact.agency().equals(agency);
    boolean inTime = contentUntil == null || contact.loggedAt().isBefore(contentUntil);
    return own ? full(DataClass.D4) || full(DataClass.D16) : full(DataClass.D16) && inTime;
  }

  /** Those that the caller sees, as far as they do. */
  List<Contact> of(List<Contact> contacts) {
    return contacts.stream()
        .filter(this::sees)
        .map(contact -> ours(contact) ? contact : withoutWords(contact))
        .toList();
  }

  /** The classes of which these show something. */
  static Set<DataClass> classes(List<Contact> shown) {
    Set<DataClass> classes = EnumSet.noneOf(DataClass.class);
    if (!shown.isEmpty()) {
      classes.add(DataClass.D16);
    }
    if (shown.stream().anyMatch(contact -> contact.words() != null)) {
      classes.add(DataClass.D4);
    }
    return classes;
  }

  private boolean ours(Contact contact) {
    return contact.agency().equals(agency) && full(DataClass.D4);
  }

  private boolean full(DataClass dataClass) {
    return access.level(dataClass) == Level.FULL;
  }

  /** That there was one, without how, why and what was said. */
  static Contact withoutWords(Contact contact) {
    return new Contact(
        contact.id(),
        contact.kind(),
        contact.result(),
        null,
        null,
        contact.at(),
        contact.loggedAt(),
        contact.due(),
        contact.agency(),
        contact.role(),
        null);
  }
}
