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

/** Sends the mail that is due. */
@ApplicationScoped
public class MailDelivery {
  @Inject Outbox outbox;
  @Inject SmtpSettings settings;
  @Inject Clock clock;

  /**
   * Sends every mail that is due, one after the other. Nothing is begun before the server has
   * answered, so that an outage of it leaves everything as it was. What it refuses is tried later
   * and keeps no other from its turn.
   *
   * @throws MessagingException where the server does not answer, or no longer
   */
  @ActivateRequestContext
  public void deliver() throws MessagingException {
    List<UUID> due = settings.isSetUp() ? outbox.due() : List.of();
    if (due.isEmpty()) {
      return;
    }
    try (MailServer server = MailServer.connect(settings)) {
      for (UUID subject : due) {
        Optional<Parcel> parcel = outbox.hand(subject);
        if (parcel.isPresent()) {
          outbox.end(parcel.get(), server.take(parcel.get(), Date.from(clock.instant())));
        }
      }
    }
  }

  /** Gives up on what could not be said for a week; answers to how many people. */
  @ActivateRequestContext
  public long tidy() {
    return outbox.tidy();
  }
}
