package uk.concordat.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;

/** A message that knows whether it was given to a server from its beginning to its end. */
final class Sheet extends MimeMessage {
  private boolean given;

  Sheet(Session session) {
    super(session);
  }

  /** Where not, no server can have taken it, since it does not know where it would end. */
  boolean isGiven() {
    return given;
  }

  @Override
  public void writeTo(OutputStream out, String[] without) throws IOException, MessagingException {
    super.writeTo(out, without);
    given = true;
  }
}
