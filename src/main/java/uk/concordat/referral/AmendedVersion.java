package uk.concordat.referral;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import uk.concordat.access.DataClass;

/**
 * A class of a referral as it was amended, for those who see the class.
 *
 * @param amendment by which it was
 * @param number 2 for the first amendment of the class: 1 is what was sent
 * @param at when
 * @param agency whose staff amended it
 * @param role in which role
 * @param reason code of list {@code amend-reason}
 * @param text why, in words
 * @param fields what was changed, in the order of the form
 */
public record AmendedVersion(
    UUID amendment,
    DataClass dataClass,
    int number,
    Instant at,
    String agency,
    String role,
    String reason,
    String text,
    List<FieldChange> fields) {

  /**
   * One field that was changed.
   *
   * @param path its name in the API, for example {@code incident.narrative}
   * @param label the words for it in the portal
   * @param list the code list of its values, several of them as a JSON array; null where it has
   *     none
   * @param was what stood there; null where nothing did
   * @param now what stands there from then on; null where nothing does
   */
  public record FieldChange(String path, String label, String list, String was, String now) {}
}
