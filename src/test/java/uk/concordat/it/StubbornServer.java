package uk.concordat.it;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mail server that refuses an address, or breaks off in the middle of a conversation. */
final class StubbornServer implements Closeable {
  /** Where and how it does. */
  enum Silence {
    NONE,
    BEFORE_THE_MAIL,
    AFTER_THE_MAIL,
    /** It takes the mail, and goes without an answer. */
    HANGS_UP,
    /** It says at once that it has no time, and goes. */
    BUSY,
    /** It says so when it has the mail, which it does not take. */
    BUSY_IN_THE_END
  }

  private final ServerSocket socket;
  private final List<String> taken = new CopyOnWriteArrayList<>();
  private volatile Silence silence = Silence.NONE;
  private volatile String refused;
  private volatile boolean silent;

  StubbornServer() {
    try {
      socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    start(this::accept);
  }

  int port() {
    return socket.getLocalPort();
  }

  /** Refuses this address; null for none. */
  void refuses(String address) {
    refused = address;
  }

  /** From the next conversation on. */
  void fallsSilent(Silence where) {
    silent = false;
    silence = where;
  }

  /** Whether it has fallen silent by now. */
  boolean isSilent() {
    return silent;
  }

  /** How many mails it took for this address, whether or not it could say so. */
  long takenFor(String address) {
    return taken.stream().filter(address::equals).count();
  }

  private void accept() {
    try {
      while (true) {
        Socket caller = socket.accept();
        start(() -> talk(caller));
      }
    } catch (IOException closed) {
      // the test is over
    }
  }

  private void talk(Socket caller) {
    Silence how = silence; // whoever changes it in the middle means the next conversation
    try (caller;
        var in =
            new BufferedReader(
                new InputStreamReader(caller.getInputStream(), StandardCharsets.US_ASCII));
        var out = new PrintWriter(caller.getOutputStream(), true, StandardCharsets.US_ASCII)) {
      out.print("220 stubborn.example\r\n");
      out.flush();
      String to = null;
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        String answer = "250 OK";
        if (line.startsWith("RCPT")) {
          to = line.replaceAll(".*<(.*)>.*", "$1");
          answer = to.equals(refused) ? "550 no such mailbox" : answer;
        } else if (line.startsWith("DATA")) {
          answer = "354 go on";
        } else if (line.equals(".")) {
          if (how == Silence.BUSY_IN_THE_END) {
            sendAway(out);
            return;
          }
          taken.add(to);
          if (how == Silence.HANGS_UP) {
            return;
          }
        } else if (line.startsWith("MAIL") && how == Silence.BUSY) {
          sendAway(out);
          return;
        } else if (line.startsWith("QUIT")) {
          return;
        } else if (!line.matches("(EHLO|MAIL|RSET|NOOP).*")) {
          continue; // a line of the mail
        }
        if (line.startsWith("RCPT") && how == Silence.BEFORE_THE_MAIL
            || line.equals(".") && how == Silence.AFTER_THE_MAIL) {
          silent = true;
          in.readLine(); // until the caller is gone
          return;
        }
        out.print(answer + "\r\n");
        out.flush();
      }
    } catch (IOException gone) {
      // so is the caller
    }
  }

  private static void sendAway(PrintWriter out) {
    out.print("421 4.3.2 too busy\r\n");
    out.flush();
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work, "stubborn-server");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
