package uk.concordat.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.MimeMessage;
import java.util.Date;

/** One conversation with the mail server. */
final class MailServer implements AutoCloseable {
  private final Letter letter;
  private final Session session;
  private final Transport transport;

  private MailServer(Letter letter, Session session, Transport transport) {
    this.letter = letter;
    this.session = session;
    this.transport = transport;
  }

  /**
   * Begins one.
   *
   * @throws MessagingException where the server does not answer, or does not let us in
   */
  static MailServer connect(SmtpSettings settings) throws MessagingException {
    Session session = Session.getInstance(settings.session());
    Transport transport = session.getTransport("smtp");
    transport.connect(settings.host(), settings.port(), settings.user(), settings.password());
    return new MailServer(new Letter(settings), session, transport);
  }

  /**
   * Gives it a mail; answers whether it took it. It did not where it said so and talks on.
   *
   * @throws MessagingException where nobody knows whether it did
   */
  boolean take(Parcel parcel, Date now) throws MessagingException {
    try {
      MimeMessage message = letter.to(parcel, session, now);
      transport.sendMessage(message, message.getAllRecipients());
      return true;
    } catch (AddressException noAddress) {
      return false;
    } catch (SendFailedException refused) {
      if (!transport.isConnected()) {
        throw refused;
      }
      return false;
    }
  }

  @Override
  public void close() throws MessagingException {
    transport.close();
  }
}
