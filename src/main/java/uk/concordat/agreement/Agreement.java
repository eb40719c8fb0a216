package uk.concordat.agreement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import uk.concordat.caller.Caller;

/**
 * One version of an agreement, as it stands. The database writes down who moved it and when.
 *
 * @param rowVersion counts its changes
 * @param signed null where nobody signed it
 * @param closed who refused, withdrew or ended it; null where nobody did
 * @param reason why it was refused or ended, or null
 */
record Agreement(
    UUID id,
    String code,
    int version,
    long rowVersion,
    AgreementStatus status,
    Terms terms,
    Act proposed,
    Act signed,
    Act closed,
    Instant activeFrom,
    Instant activeTo,
    String reason) {

  /** The moves that this caller's agency could make on that day, whatever the caller's role. */
  List<AgreementMove> moves(Caller caller, LocalDate today) {
    return terms.binds(caller.agency())
        ? AgreementMove.from(status).stream().filter(move -> open(move, caller, today)).toList()
        : List.of();
  }

  private boolean open(AgreementMove move, Caller caller, LocalDate today) {
    boolean proposer = caller.agency().equals(proposed.agency());
    boolean own = proposer || caller.subject().equals(proposed.subject());
    return switch (move) {
      case SIGN -> !own && terms.reviewDate().isAfter(today);
      case REFUSE -> !own;
      case WITHDRAW -> proposer;
      case END -> true;
    };
  }
}
