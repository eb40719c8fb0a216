package uk.concordat.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.concordat.kernel.Reference;

/**
 * Every kind of answer carries the security headers and names no server; errors are for readers.
 */
@ExtendWith(ApiExtension.class)
class HeadersIT {
  private static final String NOT_SHOWN = "We cannot show you this page";
  private static final String NOT_DONE = "That cannot be done here";
  private static final Pattern RESOURCE = Pattern.compile("\"(/jakarta.faces.resource/[^\"]+)\"");

  private final Api api;
  private final Visitors visitors;

  HeadersIT(Api api, Visitors visitors) {
    this.api = api;
    this.visitors = visitors;
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/index.xhtml", "/referral/inbox.xhtml", "/referral/start.xhtml"})
  void aPage(String path) {
    Answer page = visitors.signedIn("council.officer").get(path);
    assertThat(page.status()).isEqualTo(200);
    Silence.keptBy(page);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/help.xhtml", "/signed-out", "/expired", "/openapi", "/ready"})
  void anOpenPage(String path) {
    Answer page = visitors.stranger().get(path);
    assertThat(page.status()).isEqualTo(200);
    Silence.keptBy(page);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/referral/inbox.xhtml", "/nothing", "/error/500.xhtml"})
  void theWayToSignIn(String path) {
    Answer answer = visitors.stranger().get(path);
    assertThat(answer.status()).isEqualTo(302);
    assertThat(answer.header("Location").orElseThrow()).contains("/protocol/openid-connect/auth");
    Silence.keptBy(answer);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/nothing",
        "/nothing.xhtml",
        "/error/",
        "/error/400.xhtml",
        "/error/404.xhtml",
        "/error/500.xhtml",
        "/error/default.xhtml",
        "/error/expired.xhtml",
        "/error-page",
        "/WEB-INF/web.xml",
        "/WEB-INF/error/500.xhtml",
        "/META-INF/MANIFEST.MF",
        "/metrics",
        "/health",
        "/index.xhtml/x",
        "/%3Cscript%3E"
      })
  void whatIsNotThere(String path) {
    Silence.friendly(visitors.signedIn("council.officer").get(path), 404, NOT_SHOWN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PUT", "DELETE", "PATCH", "OPTIONS", "FOO"})
  void aMethodThatNoPageHas(String method) {
    Visitor visitor = visitors.signedIn("council.officer");
    for (String path : List.of("/", "/index.xhtml", "/referral/inbox.xhtml", "/sign-out")) {
      Answer answer = visitor.send(method, path, null);
      Silence.friendly(answer, 405, NOT_DONE);
      assertThat(answer.header("Allow")).contains("GET, HEAD, POST");
    }
  }

  @Test
  void aFormThatAnotherSiteSends() {
    Answer answer =
        visitors
            .signedIn("council.officer")
            .send("POST", "/referral/start.xhtml", "a=b", "Origin", "https://evil.example");
    Silence.friendly(answer, 403, NOT_SHOWN);
  }

  @ParameterizedTest
  @CsvSource({
    "GET,/api/me,200",
    "GET,/api/referrals/HCR-2026-999999-X,404",
    "GET,/api/nothing,404",
    "PUT,/api/me,405",
    "OPTIONS,/api/nothing,404",
    "POST,/api/referrals,415"
  })
  void theApi(String method, String path, int status) {
    Answer answer =
        api.send(method, path, api.token("council.officer"), null, "Content-Type", "text/plain");
    if (status == 200) {
      assertThat(answer.status()).isEqualTo(200);
      Silence.keptBy(answer);
    } else {
      Silence.problem(answer, status);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api", "/api/", "/api/me", "/api/me;a=b", "/api//me", "/api/%2e/me"})
  void theApiWithoutAToken(String path) {
    Silence.problem(api.send("GET", path, null, null), 401);
  }

  /** What the container or Jersey refuses before any code of ours sees it. */
  @ParameterizedTest
  @CsvSource({"FOO,/api/me,405", "PROPFIND,/api/referrals,405", "GET,/api/%2e%2e/api/x,404"})
  void theContainerUnderTheApi(String method, String path, int status) {
    String bearer = "Bearer " + api.token("council.officer");
    Silence.problem(visitors.stranger().send(method, path, null, "Authorization", bearer), status);
  }

  /** Asked for under the API, looked for elsewhere: answered by the error page's servlet. */
  @Test
  void whatOnlyLooksLikeTheApi() {
    Silence.problem(visitors.signedIn("council.officer").get("/api/%2e%2e/x"), 404);
  }

  @Test
  void whatBreaks(BrokenDatabase database) {
    String token = api.token("council.officer");
    Visitor visitor = visitors.signedIn("council.officer");
    database.whileNobodyCanBeBound(
        () -> {
          Answer problem = api.send("GET", "/api/me", token, null);
          Silence.problem(problem, 500);
          assertThat(problem.text("/incident")).isNotEmpty();
          Answer page = visitor.get("/");
          Silence.friendly(page, 500, "Something went wrong on our side");
          assertThat(page.body()).containsPattern("[0-9A-F]{4}-[0-9A-F]{4}");
        });
    assertThat(visitor.get("/").status()).isEqualTo(200);
  }

  /** The connector answers these itself, before the application: with nothing at all. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /%00 HTTP/1.1",
        "GET /%zz HTTP/1.1",
        "GET /api/%zz HTTP/1.1",
        "GET /a b HTTP/1.1",
        "TRACE / HTTP/1.1",
        "TRACE /api/me HTTP/1.1",
        "GARBAGE"
      })
  void whatIsNoRequest(String line) {
    String answer = Wire.exchange(URI.create(visitors.address()), line);
    assertThat(answer).as("headers and body").startsWith("HTTP/1.1 ");
    assertThat(answer.toLowerCase(Locale.ROOT))
        .doesNotContain("payara", "glassfish", "grizzly", "server:", "x-powered-by", "exception");
    assertThat(answer.split("\r\n\r\n", 2)[1]).as("the body").isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"council2.officer", "nhs.practitioner", "cps.prosecutor", "board.analyst"})
  void unknownAndForbiddenAreTheSame(String user) {
    Referrals referrals = new Referrals(api);
    String there = referrals.submitted().reference();
    String nowhere = Reference.of(2026, 999_999).text();
    Answer forbidden = api.get(user, "/api/referrals/" + there);
    Answer unknown = api.get(user, "/api/referrals/" + nowhere);
    assertThat(forbidden.status()).isIn(403, 404);
    same(forbidden, unknown);
    Visitor visitor = visitors.signedIn(user);
    for (String page : List.of("referral.xhtml", "accept.xhtml", "draft/check.xhtml")) {
      Answer closed = visitor.get("/referral/" + page + "?ref=" + there);
      Silence.friendly(closed, 404, NOT_SHOWN);
      same(closed, visitor.get("/referral/" + page + "?ref=" + nowhere));
    }
  }

  @Test
  void aResourceIsKeptForGoodUnderTheAddressOfItsContent() {
    Visitor visitor = visitors.stranger();
    Matcher resources = RESOURCE.matcher(visitor.get("/help.xhtml").body());
    List<String> addresses =
        resources.results().map(found -> found.group(1).replace("&amp;", "&")).toList();
    assertThat(addresses).hasSize(4).allMatch(each -> each.matches(".*&v=[0-9a-f]{16}"));
    for (String address : addresses) {
      Answer current = visitor.get(address);
      assertThat(current.status()).isEqualTo(200);
      Silence.protectedBy(current);
      assertThat(current.headers().allValues("Cache-Control"))
          .containsExactly("public, max-age=31536000, immutable");
      assertThat(address).endsWith(Wire.sha256(current.body()).substring(0, 16));
      Answer old = visitor.get(address.replaceFirst("v=.*", "v=0123456789abcdef"));
      assertThat(old.body()).isEqualTo(current.body());
      assertThat(old.headers().allValues("Cache-Control")).containsExactly("no-cache");
    }
  }

  @Test
  void theSessionsCookieIsForTheServerAndThisSiteOnly() {
    Answer answer = visitors.stranger().get("/");
    assertThat(answer.headers().allValues("Set-Cookie"))
        .singleElement()
        .asString()
        .startsWith("CONCORDAT=")
        .satisfies(cookie -> assertThat(cookie.split("HttpOnly", -1)).hasSize(2))
        .satisfies(cookie -> assertThat(cookie.split("(?i)SameSite=Lax", -1)).hasSize(2));
  }

  private static void same(Answer one, Answer other) {
    assertThat(other.status()).isEqualTo(one.status());
    assertThat(other.body()).isEqualTo(one.body());
    assertThat(withoutDate(other)).isEqualTo(withoutDate(one));
  }

  private static Map<String, List<String>> withoutDate(Answer answer) {
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.putAll(answer.headers().map());
    headers.remove("Date");
    return headers;
  }
}
