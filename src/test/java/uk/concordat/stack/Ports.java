package uk.concordat.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The ports of one stack, all on loopback.
 *
 * @param smtp 0 where there is no mail server
 */
record Ports(
    int portal, int management, int keycloak, int keycloakManagement, int postgres, int smtp) {
  static final String LOOPBACK = "127.0.0.1";

  private static final int HIGHEST = 65535;

  /** The documented ports, each of which a system property may move. */
  static Ports forRun() {
    Ports ports =
        new Ports(
            chosen("portal", 8080),
            chosen("management", 8081),
            chosen("keycloak", 8180),
            chosen("keycloak.management", 8181),
            chosen("postgres", 5544),
            0);
    ports.requireDifferent();
    ports.requireFree();
    return ports;
  }

  /** Ports that were free a moment ago; all held at once so that they differ. */
  static Ports free() {
    try (ServerSocket a = any();
        ServerSocket b = any();
        ServerSocket c = any();
        ServerSocket d = any();
        ServerSocket e = any();
        ServerSocket f = any()) {
      return new Ports(
          a.getLocalPort(),
          b.getLocalPort(),
          c.getLocalPort(),
          d.getLocalPort(),
          e.getLocalPort(),
          f.getLocalPort());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int chosen(String owner, int usual) {
    String property = "concordat.%s.port".formatted(owner);
    String text = System.getProperty(property, Integer.toString(usual));
    if (!text.matches("[1-9]\\d{0,4}") || Integer.parseInt(text) > HIGHEST) {
      throw new StackFailure(
          "'%s' is no port: give -D%s=<port> a number from 1 to %d"
              .formatted(text, property, HIGHEST));
    }
    return Integer.parseInt(text);
  }

  /** The ports by the names that their properties have. */
  Map<String, Integer> byOwner() {
    return Map.of(
        "portal", portal,
        "management", management,
        "keycloak", keycloak,
        "keycloak.management", keycloakManagement,
        "postgres", postgres);
  }

  private void requireDifferent() {
    Set<Integer> seen = new HashSet<>();
    for (int port : byOwner().values()) {
      if (!seen.add(port)) {
        throw new StackFailure(
            "Port %d is given to two servers: choose another with -Dconcordat.<server>.port=<port>"
                .formatted(port));
      }
    }
  }

  private void requireFree() {
    byOwner().forEach((owner, port) -> requireFree(port, owner));
  }

  private static void requireFree(int port, String owner) {
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
