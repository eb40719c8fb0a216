package uk.concordat.access;

import java.time.Instant;
import java.util.UUID;
import uk.concordat.caller.Caller;

/**
 * What the record itself says of who takes part in it.
 *
 * @param record its identity
 * @param draft whether it has not been sent yet
 * @param owner who started it
 * @param fromAgency the agency that sends
 * @param fromTeam the owner's team; null where they had none
 * @param toAgency the agency that receives; null in a draft without one
 * @param toTeam the team it arrives at; null where there is none
 * @param assignee who works on it; null where nobody does
 * @param purpose code of what it was sent for; null in a draft without one
 * @param agreed whether the person harmed agreed or a duty was recorded
 * @param contentUntil when the receiver's sight of the content ends; null where it does not
 * @param recalled whether the agency that sent it recalled it: nobody else sees it then
 */
public record Participation(
    UUID record,
    boolean draft,
    UUID owner,
    String fromAgency,
    String fromTeam,
    String toAgency,
    String toTeam,
    UUID assignee,
    String purpose,
    boolean agreed,
    Instant contentUntil,
    boolean recalled) {

  /** The same of a record that nobody recalled. */
  public Participation(
      UUID record,
      boolean draft,
      UUID owner,
      String fromAgency,
      String fromTeam,
      String toAgency,
      String toTeam,
      UUID assignee,
      String purpose,
      boolean agreed,
      Instant contentUntil) {
    this(
        record,
        draft,
        owner,
        fromAgency,
        fromTeam,
        toAgency,
        toTeam,
        assignee,
        purpose,
        agreed,
        contentUntil,
        false);
  }

  /** Whether the caller started it, where they act now. */
  boolean ownedBy(Caller caller) {
    return caller.subject().equals(owner) && caller.agency().equals(fromAgency);
  }
}
