package uk.concordat.referral;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import uk.concordat.access.Access;
import uk.concordat.access.DataClass;
import uk.concordat.access.Level;

/**
 * What a caller sees of contacts with the person harmed: that there was one is feedback (D16), and
 * their own agency's with the safe-contact needs (D4); the words stay with the agency that wrote
 * them, among those who see these needs.
 *
 * @param agency the caller's
 */
record ContactSight(Access access, String agency) {

  /** Whether the caller sees that there was one. */
  boolean sees(Contact contact) {
    return full(DataClass.D16) || ours(contact);
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

  /** That there was one, without what was said. */
  static Contact withoutWords(Contact contact) {
    return new Contact(
        contact.id(),
        contact.kind(),
        contact.result(),
        contact.madeBy(),
        contact.exemption(),
        contact.at(),
        contact.agency(),
        contact.role(),
        null);
  }
}
