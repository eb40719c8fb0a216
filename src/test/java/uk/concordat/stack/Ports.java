package uk.concordat.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** The ports of one stack, all on loopback. */
record Ports(int portal, int management, int keycloak, int keycloakManagement, int postgres) {
  static final String LOOPBACK = "127.0.0.1";

  /** The documented ports, each of which a system property may move. */
  static Ports forRun() {
    Ports ports =
        new Ports(
            Integer.getInteger("concordat.portal.port", 8080),
            Integer.getInteger("concordat.management.port", 8081),
            Integer.getInteger("concordat.keycloak.port", 8180),
            Integer.getInteger("concordat.keycloak.management.port", 8181),
            Integer.getInteger("concordat.postgres.port", 5544));
    ports.requireFree();
    return ports;
  }

  /** Ports that were free a moment ago; all held at once so that they differ. */
  static Ports free() {
    try (ServerSocket a = any();
        ServerSocket b = any();
        ServerSocket c = any();
        ServerSocket d = any();
        ServerSocket e = any()) {
      return new Ports(
          a.getLocalPort(), b.getLocalPort(), c.getLocalPort(), d.getLocalPort(), e.getLocalPort());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void requireFree() {
    requireFree(portal, "portal");
    requireFree(management, "management");
    requireFree(keycloak, "keycloak");
    requireFree(keycloakManagement, "keycloak.management");
    requireFree(postgres, "postgres");
  }

  static void requireFree(int port, String owner) {
    try (ServerSocket socket = new ServerSocket()) {
      // A port whose last connections linger in TIME_WAIT is free to a server.
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(LOOPBACK, port));
    } catch (IOException e) {
      throw new StackFailure(
          "Port %d is taken: stop what uses it, or choose another with -Dconcordat.%s.port=<port>"
              .formatted(port, owner));
    }
  }

  private static ServerSocket any() throws IOException {
    return new ServerSocket(0, 1, InetAddress.getByName(LOOPBACK));
  }
}
