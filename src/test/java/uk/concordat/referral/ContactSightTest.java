package uk.concordat.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.concordat.access.Access;
import uk.concordat.access.DataClass;
import uk.concordat.access.Level;
import uk.concordat.access.Sight;
import uk.concordat.access.Why;
import uk.concordat.referral.Contact.Result;

/**
 * Who sees what of a contact, as the gate in Java has it; the row policies are held by ContactIT.
 */
class ContactSightTest {
  private final Contact ours = contact("COUNCIL");
  private final Contact theirs = contact("POLICE");

  @Test
  void theWordsStayWithTheAgencyThatWroteThem() {
    List<Contact> seen = sight(DataClass.D4, DataClass.D16).of(List.of(ours, theirs));
    assertThat(seen).extracting(Contact::words).containsExactly("Told.", null);
    assertThat(seen).extracting(Contact::madeBy).containsExactly("TELEPHONE", null);
    assertThat(seen).extracting(Contact::kind).containsOnly("UPDATE");
    assertThat(ContactSight.classes(seen)).containsExactly(DataClass.D4, DataClass.D16);
  }

  @Test
  void thatThereWasOneIsFeedback() {
    List<Contact> seen = sight(DataClass.D16).of(List.of(ours, theirs));
    assertThat(seen).hasSize(2).extracting(Contact::words).containsOnlyNulls();
    assertThat(ContactSight.classes(seen)).containsExactly(DataClass.D16);
  }

  @Test
  void withoutItOnlyTheirOwnAreSeen() {
    assertThat(sight(DataClass.D4).of(List.of(ours, theirs))).containsExactly(ours);
    assertThat(sight(DataClass.D1, DataClass.D5).of(List.of(ours, theirs))).isEmpty();
    assertThat(ContactSight.classes(List.of())).isEmpty();
  }

  @Test
  void whatTheOtherWritesAfterTheContentEndedIsNotSeen() {
    Access access = sight(DataClass.D16).access();
    assertThat(new ContactSight(access, "COUNCIL", Instant.EPOCH).of(List.of(ours, theirs)))
        .extracting(Contact::agency)
        .containsExactly("COUNCIL");
    assertThat(new ContactSight(access, "COUNCIL", Instant.MAX).of(List.of(ours, theirs)))
        .hasSize(2);
  }

  private static ContactSight sight(DataClass... full) {
    Map<DataClass, Sight> sights = new EnumMap<>(DataClass.class);
    for (DataClass each : full) {
      sights.put(each, new Sight(Level.FULL, Why.SENDER, false));
    }
    return new ContactSight(new Access(sights, Set.of()), "COUNCIL", null);
  }

  private static Contact contact(String agency) {
    return new Contact(
        UUID.randomUUID(),
        "UPDATE",
        Result.TOLD,
        "TELEPHONE",
        null,
        Instant.EPOCH,
        Instant.EPOCH,
        null,
        agency,
        "police-officer",
        "Told.");
  }
}
