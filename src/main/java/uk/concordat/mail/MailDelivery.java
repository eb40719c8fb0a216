package uk.concordat.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;

/** Sends the mail that is due. */
@ApplicationScoped
public class MailDelivery {
  @Inject Outbox outbox;
  @Inject SmtpSettings settings;
  @Inject Clock clock;

  /**
   * Sends every mail that is due, one after the other. Nothing is begun before the server has
   * answered, so that an outage of it leaves everything as it was. What it refuses is tried later
   * and keeps no other from its turn, unless it talks no more: then the next pass goes on.
   *
   * @param stopping asked before each person; once it says so, no other mail is begun
   * @return how many the server refused
   * @throws MessagingException where the server does not answer, or nobody knows whether it took
   *     one
   * @throws IllegalStateException where the configuration makes no sense
   */
  @ActivateRequestContext
  public int deliver(BooleanSupplier stopping) throws MessagingException {
    List<UUID> due = settings.isSetUp() ? outbox.due() : List.of();
    if (due.isEmpty()) {
      return 0;
    }
    int refused = 0;
    try (MailServer server = MailServer.connect(settings)) {
      for (UUID subject : due) {
        if (stopping.getAsBoolean() || refused > 0 && !server.isTalking()) {
          break;
        }
        Optional<Parcel> parcel = outbox.hand(subject);
        if (parcel.isPresent()) {
          boolean taken = server.take(parcel.get(), Date.from(clock.instant()));
          outbox.end(parcel.get(), taken);
          refused += taken ? 0 : 1;
        }
      }
    }
    return refused;
  }

  /**
   * Gives up on what could not be said for a week; answers to how many people, which is nobody
   * where no mail is sent at all.
   */
  @ActivateRequestContext
  public long tidy() {
    long people = outbox.tidy();
    return settings.isSetUp() ? people : 0;
  }
}
