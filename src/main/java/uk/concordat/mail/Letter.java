package uk.concordat.mail;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import java.nio.charset.StandardCharsets;
import java.util.Date;

/**
 * The one text that we send. It names nobody and nothing, so that it may lie in a mailbox, on a
 * locked screen and on any server between (domain.md 6: no personal data in mails).
 */
record Letter(SmtpSettings settings) {
  private static final String SUBJECT = "You have something in Concordat";
  private static final String TEXT =
      """
      Something is waiting for you in Concordat.

      Sign in to see what it is:
      %s/

      Because email is not private, this message does not say what it is about.

      To change when you get these emails, sign in, open "Your notices" and choose
      "Change how you are told by email". Please do not reply to this message: nobody reads replies.
      """;

  /** The message for one person. */
  Sheet to(Parcel parcel, Session session, Date now) throws MessagingException {
    var message = new Sheet(session);
    message.setFrom(settings.from());
    message.setRecipient(Message.RecipientType.TO, new InternetAddress(parcel.address(), true));
    message.setSubject(SUBJECT, StandardCharsets.US_ASCII.name());
    message.setText(TEXT.formatted(settings.portalUrl()), StandardCharsets.UTF_8.name());
    message.setSentDate(now);
    // no machine answers it with where somebody is on leave
    message.setHeader("Auto-Submitted", "auto-generated");
    message.setHeader("X-Auto-Response-Suppress", "All");
    message.saveChanges();
    message.setHeader("Message-ID", "<%s@%s>".formatted(parcel.mail(), settings.portalHost()));
    return message;
  }
}
