package uk.concordat.stack;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.Closeable;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The mail server that the portal of a stack gives its mail to; shut until somebody opens it. */
public final class PostOffice implements Closeable {
  private final int port;
  private final List<MimeMessage> kept = new CopyOnWriteArrayList<>();
  private GreenMail server;

  /**
   * @param port where the portal looks for it
   */
  public PostOffice(int port) {
    this.port = port;
  }

  /** Takes mail from now on. */
  public synchronized void open() {
    if (server == null) {
      server = new GreenMail(new ServerSetup(port, Ports.LOOPBACK, ServerSetup.PROTOCOL_SMTP));
      server.start();
    }
  }

  /** Does not answer any more; what came before stays. */
  public synchronized void shut() {
    if (server != null) {
      server.stop();
      kept.addAll(List.of(server.getReceivedMessages()));
      server = null;
    }
  }

  /** What came for an address, oldest first. */
  public synchronized List<MimeMessage> to(String address) {
    List<MimeMessage> all = new CopyOnWriteArrayList<>(kept);
    if (server != null) {
      all.addAll(List.of(server.getReceivedMessages()));
    }
    return all.stream().filter(each -> isTo(each, address)).toList();
  }

  private static boolean isTo(MimeMessage message, String address) {
    try {
      return Arrays.stream(message.getAllRecipients())
          .map(Address::toString)
          .anyMatch(address::equals);
    } catch (MessagingException broken) {
      throw new IllegalStateException(broken);
    }
  }

  @Override
  public void close() {
    shut();
  }
}
