package uk.concordat.platform.security;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** A web server on loopback that answers every request the same, for what Keycloak never says. */
final class IdentityServer implements AutoCloseable {
  static final String AUDIENCE = "concordat-api";
  private final HttpServer server;

  private IdentityServer(HttpServer server) {
    this.server = server;
  }

  static IdentityServer answering(int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", "application/json");
          exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
    return new IdentityServer(server);
  }

  /** Settings that point here. */
  OidcSettings settings() {
    var settings = new OidcSettings();
    settings.issuer = "http://localhost:" + server.getAddress().getPort() + "/realms/concordat";
    settings.audience = AUDIENCE;
    settings.apiSecret = "secret";
    return settings;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
