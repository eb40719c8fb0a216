package uk.concordat.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A file comes over a real line: at a fair pace, a byte at a time, or not at all. */
@Timeout(60)
class IncomingTest {
  private static final Duration LONG = Duration.ofSeconds(50);
  private static final Duration SHORT = Duration.ofMillis(300);

  private ServerSocket portal;
  private Socket sender;
  private Socket line;

  @BeforeEach
  void connects() throws IOException {
    portal = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    sender = new Socket(portal.getInetAddress(), portal.getLocalPort());
    line = portal.accept();
  }

  @AfterEach
  void ends() throws IOException {
    sender.close();
    line.close();
    portal.close();
  }

  @Test
  void aFileIsReadToItsEndWhetherItSaysHowLongItIsOrNot() throws Exception {
    byte[] file = new byte[300_000];
    Arrays.fill(file, (byte) 'a');
    for (long length : new long[] {file.length, -1}) {
      Thread sends = sends(file, length < 0);
      assertThat(new Incoming(line.getInputStream(), length, new UploadTime(LONG, LONG)).read())
          .isEqualTo(file);
      sends.join();
    }
  }

  @Test
  void whoSendsAByteAtATimeIsGivenUpWhenAllOfItsTimeIsOver() {
    trickles();
    assertThatThrownBy(() -> reads(new UploadTime(SHORT, LONG))).isInstanceOf(TooSlow.class);
  }

  @Test
  void whoFallsSilentIsGivenUpWhenTheLineIs() throws IOException {
    sender.getOutputStream().write('a');
    line.setSoTimeout(400); // as the container's, which is as long as ours
    assertThatThrownBy(() -> reads(new UploadTime(LONG, SHORT))).isInstanceOf(TooSlow.class);
  }

  @Test
  void aLineThatBreaksInTimeIsNoSlowSender() throws IOException {
    sender.setSoLinger(true, 0);
    sender.close(); // reset
    assertThatThrownBy(() -> reads(new UploadTime(LONG, LONG))).isInstanceOf(IOException.class);
  }

  private void reads(UploadTime time) throws IOException {
    new Incoming(line.getInputStream(), 1_000_000, time).read();
  }

  private Thread sends(byte[] file, boolean ends) {
    var thread =
        new Thread(
            () -> {
              try {
                sender.getOutputStream().write(file);
                if (ends) {
                  sender.shutdownOutput();
                }
              } catch (IOException closed) {
                // the test ends
              }
            });
    thread.start();
    return thread;
  }

  private void trickles() {
    var thread =
        new Thread(
            () -> {
              try {
                OutputStream out = sender.getOutputStream();
                while (true) {
                  out.write('a');
                  Thread.yield();
                }
              } catch (IOException closed) {
                // the test ends
              }
            });
    thread.setDaemon(true);
    thread.start();
  }
}
