package uk.concordat.web.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import uk.concordat.oversight.RecordNumber;

/**
 * What an entry is about, as far as its reader may know. Governance must find every operation: a
 * record whose reference is not theirs to know has a number there, which says no more than that it
 * is the same record.
 *
 * @param shown those that have a name or a number
 * @param rest the others, in words; empty where there are none
 */
public record RecordNames(List<Named> shown, String rest) {
  private static final String REFERRAL = "referral";
  private static final Map<String, String> SINGULAR =
      Map.of(
          "access-request", "request for access",
          "agreement", "sharing agreement",
          "incident", "incident",
          "incident-import", "file of incidents",
          "staff", "member of staff",
          "notice", "notice",
          "ledger", "ledger entry",
          "ledger-month", "month of the ledger",
          "security-log", "security log",
          "witness", "witness");
  private static final Map<String, String> PLURAL =
      Map.of(
          "access-request", "requests for access",
          "agreement", "sharing agreements",
          "incident", "incidents",
          "incident-import", "files of incidents",
          "staff", "members of staff",
          "notice", "notices",
          "ledger", "ledger entries",
          "ledger-month", "months of the ledger",
          "security-log", "the security log",
          "witness", "witnesses");

  /**
   * One that has a name or number.
   *
   * @param href where it opens; null where it opens nowhere
   */
  public record Named(String label, String href) {}

  /**
   * Names what an entry is about.
   *
   * @param type of the records
   * @param ids their identities
   * @param names those that the reader may know
   * @param governs whether the reader governs the entry
   * @param most so many are named, and the others counted
   */
  public static RecordNames of(
      String type, List<String> ids, Map<String, String> names, boolean governs, int most) {
    List<Named> shown = new ArrayList<>();
    int unnamed = 0;
    for (String id : ids) {
      if (names.containsKey(id)) {
        String name = names.get(id);
        shown.add(
            new Named(name, type.equals(REFERRAL) ? "/referral/referral.xhtml?ref=" + name : null));
      } else if (governs && type.equals(REFERRAL)) {
        shown.add(numbered(RecordNumber.of(id)));
      } else {
        unnamed++;
      }
    }
    int more = Math.max(0, shown.size() - most);
    return new RecordNames(
        List.copyOf(shown.subList(0, shown.size() - more)),
        ids.isEmpty() ? PLURAL.getOrDefault(type, "") : rest(type, more, unnamed, shown.isEmpty()));
  }

  private static Named numbered(RecordNumber number) {
    return new Named(number.toString(), "/ledger/ledger.xhtml?record=" + number);
  }

  private static String rest(String type, int more, int unnamed, boolean only) {
    List<String> parts = new ArrayList<>();
    if (more > 0) {
      parts.add(more + " more");
    }
    if (unnamed > 0) {
      parts.add(counted(type, unnamed));
    }
    String rest = String.join(" and ", parts);
    return rest.isEmpty() || only ? rest : "and " + rest;
  }

  private static String counted(String type, int number) {
    if (type.equals(REFERRAL)) {
      return (number == 1 ? "a record" : number + " records") + " you can no longer see";
    }
    return number == 1
        ? "a " + SINGULAR.getOrDefault(type, type)
        : number + " " + PLURAL.getOrDefault(type, type);
  }
}
