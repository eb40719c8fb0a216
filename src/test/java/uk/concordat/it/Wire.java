package uk.concordat.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Bytes, where an HTTP client would be too polite. */
final class Wire {
  private static final int PATIENCE_MILLIS = 30_000;

  private Wire() {}

  /** Sends a request line as it is; answers everything that comes back. */
  static String exchange(URI portal, String requestLine) {
    try (Socket socket = new Socket(portal.getHost(), portal.getPort())) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      String request = requestLine + "\r\nHost: " + portal.getAuthority() + "\r\n";
      socket
          .getOutputStream()
          .write((request + "Connection: close\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  static String sha256(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
