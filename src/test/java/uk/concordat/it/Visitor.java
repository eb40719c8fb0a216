package uk.concordat.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import uk.concordat.stack.Waiting;

/**
 * One person's requests to the portal, with the cookies that a browser would keep. Redirects are
 * followed only on demand, because they are answers too.
 */
public final class Visitor {
  private static final Pattern LOGIN = Pattern.compile("action=\"([^\"]*authenticate[^\"]*)\"");

  /** The form of a page that was given no reference that it could use. */
  private static final String LOOK_UP = "id=\"look-up\"";

  private static final int MOST_REDIRECTS = 10;
  private static final Duration BOOKED = Duration.ofSeconds(10);

  private final URI portal;
  private final Exchanges seen;
  private String username;
  private final Map<String, Map<String, String>> cookies = new ConcurrentHashMap<>();
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  Visitor(URI portal, Exchanges seen) {
    this.portal = portal;
    this.seen = seen;
  }

  /** Opens a page; a redirect is an answer. */
  public Answer get(String path) {
    return send("GET", path, null);
  }

  /** Opens a page and goes wherever it leads. */
  public Answer follow(String path) {
    return follow(portal.resolve(path), get(path));
  }

  /** Sends a form. */
  public Answer post(String path, Map<String, String> form) {
    return send("POST", path, encoded(form), "Content-Type", "application/x-www-form-urlencoded");
  }

  /**
   * Sends anything.
   *
   * @param path below the portal, or a whole address
   * @param body null for none
   * @param headers names and values in turn
   */
  public Answer send(String method, String path, String body, String... headers) {
    URI address = portal.resolve(path);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address)
            .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    String known = cookies(address);
    if (!known.isEmpty()) {
      request.header("Cookie", known);
    }
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      Instant from = Instant.now();
      HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
      remember(method, address, answer, from);
      answer.headers().allValues("Set-Cookie").forEach(cookie -> keep(address, cookie));
      return new Answer(
          answer.statusCode(), answer.headers(), answer.body(), MissingNode.getInstance());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  /** What a browser would send along to the portal, as the header says it. */
  String cookies() {
    return cookies(portal);
  }

  private String cookies(URI address) {
    return cookies.getOrDefault(address.getAuthority(), Map.of()).entrySet().stream()
        .map(each -> each.getKey() + "=" + each.getValue())
        .collect(Collectors.joining("; "));
  }

  private void remember(String method, URI address, HttpResponse<String> answer, Instant from) {
    if (username != null
        && answer.statusCode() == 200
        && method.equals("GET")
        && address.getAuthority().equals(portal.getAuthority())) {
      boolean asks = answer.body().contains(LOOK_UP);
      String page = asks ? EveryDoor.bare(address) : EveryDoor.page(address);
      seen.passed(page, username, from);
    }
  }

  /** Opens a socket of the portal's with what a browser would send along; says what it hears. */
  public Socket socket(String path) {
    Map<String, String> known = cookies.getOrDefault(portal.getAuthority(), Map.of());
    return Socket.open(client, URI.create("ws://" + portal.getAuthority() + path), known);
  }

  /** Keycloak admits nobody while it still books their last sign-in: another one waits for that. */
  void signIn(String username, String password) {
    Map<String, String> fields = Map.of("username", username, "password", password);
    AtomicReference<Answer> last = new AtomicReference<>(follow("/"));
    Waiting.until(BOOKED, () -> !refused(last.updateAndGet(shown -> enter(shown, fields))));
    Answer home = last.get();
    assertThat(home.status()).as(home.body()).isEqualTo(200);
    assertThat(home.body()).contains("<h1>Your work</h1>");
    this.username = username;
  }

  private static boolean refused(Answer shown) {
    return shown.body().contains("id=\"input-error-username\"");
  }

  /**
   * Asks to prove who they are, and enters the password and then the code where it is asked for.
   */
  public Answer stepUp(String to, String password, String code) {
    Answer second = enterPassword(to, password);
    return second.body().contains("name=\"otp\"") ? enter(second, Map.of("otp", code)) : second;
  }

  /** The same, but the address that Keycloak would send them back to is not opened. */
  String callback(String to, String password, String code) {
    String form = form(enterPassword(to, password));
    return post(form, Map.of("otp", code)).header("Location").orElseThrow();
  }

  private Answer enterPassword(String to, String password) {
    String asked = "/step-up?to=" + URLEncoder.encode(to, StandardCharsets.UTF_8);
    return enter(follow(asked), Map.of("password", password));
  }

  /** Fills in the form of Keycloak's that is shown, and goes wherever it leads. */
  Answer enter(Answer shown, Map<String, String> fields) {
    String address = form(shown);
    return follow(URI.create(address), post(address, fields));
  }

  /** Where Keycloak's form goes. */
  static String form(Answer shown) {
    return form(shown.body());
  }

  /** Where the form of a page of Keycloak's goes. */
  public static String form(String page) {
    Matcher form = LOGIN.matcher(page);
    assertThat(form.find()).as("Keycloak's form in %s", page).isTrue();
    return form.group(1).replace("&amp;", "&");
  }

  private Answer follow(URI from, Answer answer) {
    URI address = from;
    Answer last = answer;
    for (int i = 0; i < MOST_REDIRECTS && last.header("Location").isPresent(); i++) {
      address = address.resolve(last.header("Location").get());
      last = get(address.toString());
    }
    return last;
  }

  private void keep(URI from, String cookie) {
    String[] pair = cookie.split(";", 2)[0].split("=", 2);
    cookies
        .computeIfAbsent(from.getAuthority(), first -> new ConcurrentHashMap<>())
        .put(pair[0].strip(), pair[1].strip());
  }

  private static String encoded(Map<String, String> form) {
    return form.entrySet().stream()
        .map(
            field ->
                URLEncoder.encode(field.getKey(), StandardCharsets.UTF_8)
                    + "="
                    + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }
}
