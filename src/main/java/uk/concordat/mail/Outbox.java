package uk.concordat.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import uk.concordat.access.NoticeRepository;
import uk.concordat.caller.Caller;
import uk.concordat.caller.CurrentCaller;
import uk.concordat.kernel.Ids;

/**
 * What mail is still to be sent, settled in the product's own name. Each step is a transaction of
 * its own; between handing over and its end stands the mail server, which knows no transaction.
 */
@ApplicationScoped
class Outbox {
  @Inject OutboxRepository outbox;
  @Inject NoticeRepository notices;
  @Inject CurrentCaller current;

  /** Posts the notices that are new, and answers who is to be sent a mail now, by subject. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  List<UUID> due() {
    act();
    outbox.post();
    return outbox.due();
  }

  /**
   * Commits that a mail to this person is being handed over. Whether there is anything to say is
   * asked here, as that person, of what the portal itself asks: who may read nothing of it now, or
   * has seen it all, gets none; what they may not read is asked about again later.
   */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  Optional<Parcel> hand(UUID subject) {
    act();
    return outbox.claim(subject).flatMap(claim -> hand(subject, claim));
  }

  private Optional<Parcel> hand(UUID subject, Claim claim) {
    outbox.bindAddressee(subject);
    List<UUID> unseen = notices.unseen(claim.notices());
    act();
    UUID mail = Ids.next();
    outbox.hand(mail, subject, claim.notices(), unseen);
    return unseen.isEmpty() ? Optional.empty() : Optional.of(new Parcel(mail, claim.address()));
  }

  /** Keeps whether the server took it; if not, it is tried again later. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  void end(Parcel parcel, boolean taken) {
    act();
    outbox.end(parcel.mail(), taken);
  }

  /** Gives up on what is a week old; answers how many people could not be told. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  long tidy() {
    act();
    return outbox.tidy();
  }

  private void act() {
    Caller itself = Caller.itself("BOARD");
    current.is(itself);
    outbox.bind(itself);
  }
}
