package uk.concordat.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;

/** What every answer must carry and must not give away. */
final class Silence {
  private static final Map<String, String> HEADERS =
      Map.of(
          "X-Content-Type-Options", "nosniff",
          "X-Frame-Options", "DENY",
          "Referrer-Policy", "no-referrer",
          "Cross-Origin-Opener-Policy", "same-origin",
          "Cross-Origin-Resource-Policy", "same-origin",
          "Permissions-Policy", "camera=(), geolocation=(), microphone=()");

  private Silence() {}

  /** Security headers, each once, nothing to keep, and no word about the server. */
  static void keptBy(Answer answer) {
    protectedBy(answer);
    assertThat(answer.headers().allValues("Cache-Control")).containsExactly("no-store");
  }

  /** The same for what may be kept. */
  static void protectedBy(Answer answer) {
    HEADERS.forEach(
        (name, value) ->
            assertThat(answer.headers().allValues(name)).as(name).containsExactly(value));
    assertThat(answer.headers().allValues("Content-Security-Policy"))
        .singleElement()
        .asString()
        .contains("default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'")
        .contains("script-src 'self'")
        .doesNotContain("unsafe-eval", "script-src 'unsafe-inline'", "*");
    nameless(answer);
  }

  static void nameless(Answer answer) {
    assertThat(answer.headers().map().keySet().stream().map(name -> name.toLowerCase(Locale.ROOT)))
        .doesNotContain("server", "x-powered-by", "x-aspnet-version", "via");
    assertThat((answer.headers().map() + answer.body()).toLowerCase(Locale.ROOT))
        .doesNotContain("payara", "glassfish", "mojarra", "grizzly", "com.sun", "org.apache")
        .doesNotContain("exception", "stack trace", "\tat ");
  }

  /** What a page says, without what differs each time that it is asked for. */
  static String still(Answer page) {
    return page.body()
        .replaceAll("nonce=\"[^\"]*\"", "nonce")
        .replaceAll(
            "(data-watched=\"[^\".]*)\\.[^\"]*", "$1") // the number of the list on this page
        .replaceAll("--used:\\d+", "used")
        .replaceAll("Printed [^<]* by:", "Printed by:");
  }

  /** A page for people, with a heading and no number of ours unless we are to blame. */
  static void friendly(Answer answer, int status, String heading) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(answer.header("Content-Type")).contains("text/html;charset=UTF-8");
    assertThat(answer.body()).contains("<h1>" + heading + "</h1>");
    keptBy(answer);
  }

  /** A problem for programs. */
  static void problem(Answer answer, int status) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(answer.header("Content-Type").orElseThrow()).startsWith("application/problem+json");
    assertThat(answer.body()).contains("\"status\":" + status);
    keptBy(answer);
  }

  /** A text without the reference that was asked for. */
  static String plain(String body, String reference) {
    return body.replace(reference, "reference");
  }

  /** What an answer says of a record, but for which it is and when things happened. */
  static String timeless(Answer answer, String reference) {
    return plain(answer.body(), reference).replaceAll("\"[^\"]*T[^\"]*Z\"", "time");
  }
}
