package uk.concordat.access;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import uk.concordat.agency.StaffPost;

/**
 * What a member of staff could see today, as governance of their agency may know it: headers, never
 * content, and nothing of a record that the reader may not know themselves.
 *
 * @param powers what each of their roles may do and sees
 * @param counts how many records by reason; one record may count under several
 * @param total how many records in all
 * @param records the newest of them
 * @param grants sight that was given or taken, as long as it lasts
 * @param exclusions records that they must not see
 */
public record StaffSight(
    StaffPost post,
    List<RolePowers> powers,
    Map<Source, Integer> counts,
    int total,
    List<Seen> records,
    List<Given> grants,
    List<Barred> exclusions) {

  /** Why a record could be seen, strongest tie first. */
  public enum Source {
    OWN("Started by them"),
    ASSIGNED("Assigned to them"),
    TEAM("Through their team"),
    AGENCY("Through their agency"),
    HEADER("Header only, by their role"),
    GRANT("They asked and were given access"),
    BREAK_GLASS("They broke the glass");

    private final String label;

    Source(String label) {
      this.label = label;
    }

    /** The words for it in the portal. */
    public String label() {
      return label;
    }
  }

  /**
   * A record that they could see.
   *
   * @param type code of the type of referral; null where there is none
   * @param roles codes of the roles in which they could
   * @param until when that ends; null where it does not
   */
  public record Seen(
      UUID record,
      String reference,
      String type,
      String state,
      String from,
      String to,
      Set<String> roles,
      Set<Source> sources,
      Instant until) {}

  /**
   * Sight given or taken.
   *
   * @param reference null where the reader may not know the record
   * @param owner code of the agency that holds it
   * @param until null where it lasts until it is revoked
   */
  public record Given(
      String reference,
      String owner,
      Source source,
      String role,
      Set<DataClass> dataClasses,
      Instant from,
      Instant until) {}

  /**
   * A record that they must not see.
   *
   * @param reason code of list {@code exclusion-reason}
   */
  public record Barred(String reference, String reason, Instant since) {}
}
