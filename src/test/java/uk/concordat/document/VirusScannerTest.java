package uk.concordat.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A clamd that does not do its part holds up an upload for its time, and no longer. */
@Timeout(30)
class VirusScannerTest {
  private static final byte[] FILE = new byte[DocumentLimits.FILE_BYTES];

  /** What a clamd does with whoever connects. */
  private interface Clamd {
    void with(Socket connected) throws IOException;
  }

  @Test
  void oneThatReadsNothingIsAway() {
    with(connected -> LockSupport.park(), scanner -> away(scanner, FILE));
  }

  @Test
  void oneThatReadsAndIsSilentIsAway() {
    with(connected -> connected.getInputStream().readAllBytes(), scanner -> away(scanner, FILE));
  }

  @Test
  void oneThatDripsIsAway() {
    with(
        connected -> {
          while (!connected.isClosed()) {
            connected.getOutputStream().write('s');
            connected.getOutputStream().flush();
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
          }
        },
        scanner -> away(scanner, new byte[1]));
  }

  @Test
  void oneThatKeepsTheConnectionOpenIsUnderstood() {
    with(
        connected -> {
          connected.getOutputStream().write("stream: OK\0".getBytes(StandardCharsets.US_ASCII));
          connected.getInputStream().readAllBytes();
        },
        scanner -> {
          scanner.limit = Duration.ofMinutes(1);
          assertThat(scanner.found(new byte[1])).isEmpty();
        });
  }

  private static void away(VirusScanner scanner, byte[] file) {
    assertThatThrownBy(() -> scanner.found(file)).isInstanceOf(ScannerAway.class);
  }

  private static void with(Clamd clamd, Consumer<VirusScanner> asks) {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      CompletableFuture.runAsync(() -> serve(server, clamd), VirusScannerTest::thread);
      var scanner = new VirusScanner();
      scanner.limit = Duration.ofSeconds(1);
      scanner.address =
          new ScannerAddress(
              Optional.of(InetSocketAddress.createUnresolved("127.0.0.1", server.getLocalPort())));
      asks.accept(scanner);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void serve(ServerSocket server, Clamd clamd) {
    try (Socket connected = server.accept()) {
      clamd.with(connected);
    } catch (IOException gone) {
      // the scanner has hung up
    }
  }

  private static void thread(Runnable work) {
    var thread = new Thread(work);
    thread.setDaemon(true);
    thread.start();
  }
}
