package uk.concordat.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import java.util.Date;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;

/** One conversation with the mail server. */
final class MailServer implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(MailServer.class.getName());
  private static final Pattern NO = Pattern.compile("[45]\\d\\d");

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
   * @throws IllegalStateException where the configuration makes no sense
   */
  static MailServer connect(SmtpSettings settings) throws MessagingException {
    Session session = Session.getInstance(settings.session());
    Transport transport = session.getTransport("smtp");
    transport.connect(settings.host(), settings.port(), settings.user(), settings.password());
    return new MailServer(new Letter(settings), session, transport);
  }

  /**
   * Gives it a mail; answers whether it took it. It surely did not where it was not given the
   * whole, or said no to the whole.
   *
   * @throws MessagingException where nobody knows whether it did
   */
  boolean take(Parcel parcel, Date now) throws MessagingException {
    Sheet sheet;
    try {
      sheet = letter.to(parcel, session, now);
    } catch (AddressException noAddress) {
      return false;
    }
    try {
      transport.sendMessage(sheet, sheet.getAllRecipients());
      return true;
    } catch (MessagingException failed) {
      if (sheet.isGiven() && !saysNo(failed)) {
        throw failed;
      }
      return false;
    }
  }

  /** The exception of a reply has the reply as its message; that of a lost connection has not. */
  private static boolean saysNo(MessagingException failed) {
    return failed instanceof SendFailedException
        && failed.getMessage() != null
        && NO.matcher(failed.getMessage()).lookingAt();
  }

  /** Whether it would take another mail now; one that was busy may have ended the conversation. */
  boolean isTalking() {
    return transport.isConnected();
  }

  /** Ends the conversation; how it takes that says nothing about any mail. */
  @Override
  public void close() {
    try {
      transport.close();
    } catch (MessagingException alreadyEnded) {
      LOG.log(Level.FINE, "The mail server left first");
    }
  }
}
