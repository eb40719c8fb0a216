package uk.concordat.document;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Has ClamAV look at a file, over the protocol of clamd (INSTREAM), where that is set up. */
@ApplicationScoped
class VirusScanner {
  private static final int CONNECT_MILLIS = 3_000;
  private static final int ANSWER_MILLIS = 60_000;
  private static final int CHUNK = 64 * 1024;

  /** More than clamd ever says. */
  private static final int ANSWER = 4_096;

  private static final Pattern FOUND = Pattern.compile("stream: (\\S{1,200}) FOUND");

  @Inject ScannerAddress address;

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

  private static String answer(InetSocketAddress clamd, byte[] bytes) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(clamd.getHostString(), clamd.getPort()), CONNECT_MILLIS);
      socket.setSoTimeout(ANSWER_MILLIS);
      var out = new DataOutputStream(new BufferedOutputStream(socket.getOutputStream(), CHUNK));
      out.write("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII));
      for (int at = 0; at < bytes.length; at += CHUNK) {
        int length = Math.min(CHUNK, bytes.length - at);
        out.writeInt(length);
        out.write(bytes, at, length);
      }
      out.writeInt(0);
      out.flush();
      byte[] said = socket.getInputStream().readNBytes(ANSWER);
      return new String(said, StandardCharsets.UTF_8).replace("\0", "").strip();
    } catch (IOException gone) {
      throw new ScannerAway(gone.getClass().getSimpleName());
    }
  }
}
