package uk.concordat.audit.witness;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import uk.concordat.audit.merkle.Proofs;
import uk.concordat.audit.merkle.ReferenceTree;
import uk.concordat.audit.note.Checkpoint;
import uk.concordat.audit.note.NoteSigner;
import uk.concordat.audit.note.StrictBase64;

/** A log that answers over HTTP as the portal does, and can lie. */
final class FakeLog implements AutoCloseable {
  static final String TOKEN = "a-token";

  final NoteSigner key = NoteSigner.generate("log.example/ledger");
  final List<String> witnessed = new ArrayList<>();
  ReferenceTree tree;
  String checkpoint;
  int dropped;
  int status = 200;

  private final HttpServer server;

  FakeLog() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/api/ledger/", this::answer);
    server.start();
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** Shows a tree from now on. */
  void show(ReferenceTree shown) {
    tree = shown;
    checkpoint =
        key.sign(new Checkpoint("log.example/ledger", tree.size(), tree.root(tree.size())).text());
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = body(exchange);
      boolean known =
          ("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"));
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(known ? status : 401, bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private String body(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    if (path.endsWith("/checkpoint")) {
      return checkpoint;
    }
    if (path.endsWith("/witness")) {
      witnessed.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
      return "";
    }
    String[] query = exchange.getRequestURI().getQuery().split("[=&]");
    List<byte[]> hashes =
        Proofs.consistency(Long.parseLong(query[1]), Long.parseLong(query[3]), tree).hashes();
    return hashes.stream()
        .skip(dropped)
        .map(hash -> "\"" + StrictBase64.encode(hash) + "\"")
        .collect(
            Collectors.joining(
                ",", "{\"from\":%s,\"to\":%s,\"hashes\":[".formatted(query[1], query[3]), "]}"));
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
