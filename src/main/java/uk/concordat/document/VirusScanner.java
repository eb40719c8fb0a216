package uk.concordat.document;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Has ClamAV look at a file, over the protocol of clamd (INSTREAM), where that is set up. */
@ApplicationScoped
class VirusScanner {
  private static final int CONNECT_MILLIS = 3_000;
  private static final int CHUNK = 64 * 1024;

  /** More than clamd ever says. */
  private static final int ANSWER = 4_096;

  private static final Pattern FOUND = Pattern.compile("stream: (\\S{1,200}) FOUND");

  @Inject ScannerAddress address;

  /** For all of it: sending the file, and waiting for what clamd says. */
  Duration limit = Duration.ofSeconds(60);

  /** Whether files are scanned at all. */
  boolean configured() {
    return address.clamd().isPresent();
  }

  /**
   * What was found; empty where nothing was.
   *
   * @return clamd's name of the virus
   * @throws ScannerAway where clamd does not say whether there is one
   */
  Optional<String> found(byte[] bytes) {
    String answer = answer(address.clamd().orElseThrow(), bytes);
    Matcher found = FOUND.matcher(answer);
    if (found.matches()) {
      return Optional.of(found.group(1).replaceAll("[^A-Za-z0-9._-]", "_"));
    }
    if (!answer.equals("stream: OK")) {
      throw new ScannerAway("clamd did not scan");
    }
    return Optional.empty();
  }

  @SuppressWarnings("try") // the deadline is there to be closed
  private String answer(InetSocketAddress clamd, byte[] bytes) {
    try (Socket socket = new Socket();
        Deadline deadline = new Deadline(limit, () -> close(socket))) {
      socket.connect(new InetSocketAddress(clamd.getHostString(), clamd.getPort()), CONNECT_MILLIS);
      var out = new DataOutputStream(new BufferedOutputStream(socket.getOutputStream(), CHUNK));
      out.write("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII));
      for (int at = 0; at < bytes.length; at += CHUNK) {
        int length = Math.min(CHUNK, bytes.length - at);
        out.writeInt(length);
        out.write(bytes, at, length);
      }
      out.writeInt(0);
      out.flush();
      return said(new BufferedInputStream(socket.getInputStream()));
    } catch (IOException gone) {
      throw new ScannerAway(gone.getClass().getSimpleName());
    }
  }

  /** Up to the byte that ends it: clamd need not close the connection. */
  private static String said(InputStream in) throws IOException {
    var said = new ByteArrayOutputStream();
    for (int one = in.read(); one > 0 && said.size() < ANSWER; one = in.read()) {
      said.write(one);
    }
    return said.toString(StandardCharsets.UTF_8).strip();
  }

  /** Whoever reads from it or writes to it is told. */
  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }
}
