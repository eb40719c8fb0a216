package uk.concordat.it;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import uk.concordat.stack.Waiting;

/** A socket of the portal's, and what it says. */
public final class Socket implements WebSocket.Listener {
  private static final Duration LIMIT = Duration.ofSeconds(20);

  private final List<String> heard = new CopyOnWriteArrayList<>();
  private volatile int refused;
  private volatile int closed;

  static Socket open(HttpClient client, URI address, Map<String, String> cookies) {
    var socket = new Socket();
    WebSocket.Builder builder = client.newWebSocketBuilder().connectTimeout(LIMIT);
    if (!cookies.isEmpty()) {
      builder.header(
          "Cookie",
          cookies.entrySet().stream()
              .map(each -> each.getKey() + "=" + each.getValue())
              .collect(Collectors.joining("; ")));
    }
    try {
      builder.buildAsync(address, socket).join();
    } catch (CompletionException failed) {
      if (!(failed.getCause() instanceof WebSocketHandshakeException refusal)) {
        throw failed;
      }
      socket.refused = refusal.getResponse().statusCode();
    }
    return socket;
  }

  /** The status by which it was refused; 0 where it was opened. */
  public int refused() {
    return refused;
  }

  /** How often something was heard. */
  public int heard() {
    return heard.size();
  }

  /** Everything that was heard. */
  public List<String> words() {
    return List.copyOf(heard);
  }

  /** Whether something is heard so often, in time. */
  public boolean hears(int times) {
    return Waiting.until(LIMIT, () -> heard.size() >= times);
  }

  /** The code by which it was closed, in time; 0 where it was not. */
  public int closes() {
    Waiting.until(LIMIT, () -> closed != 0);
    return closed;
  }

  @Override
  public CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
    heard.add(text.toString());
    socket.request(1);
    return null;
  }

  @Override
  public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
    closed = code;
    return null;
  }
}
