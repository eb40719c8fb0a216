package uk.concordat.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;
import uk.concordat.stack.DemoAccount;
import uk.concordat.stack.SecondFactor;

/** Nobody learns from a stop watch whether a reference names a record. */
@Isolated
@ExtendWith(ApiExtension.class)
class SideDoorTimingIT {
  private static final String ASK =
      """
      {"reference":"%s","dataClasses":["D5"],"purpose":"SAFEGUARDING","why":"They are known to us.",
       "duration":"TODAY"}
      """;
  private static final String BREAK =
      """
      {"reference":"%s","dataClasses":["D5"],"reason":"RISK_TO_LIFE",
       "text":"An attack is going on there at this very moment."}
      """;

  private final Api api;
  private final Visitors visitors;
  private final StaffDirectory directory;
  private final StrongTokens tokens;
  private final DatabaseOwner owner;
  private final SecondFactor factor = SecondFactor.fresh();
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Map<String, String> references = new LinkedHashMap<>();
  private String username;

  SideDoorTimingIT(
      Api api,
      Visitors visitors,
      StaffDirectory directory,
      StrongTokens tokens,
      DatabaseOwner owner) {
    this.api = api;
    this.visitors = visitors;
    this.directory = directory;
    this.tokens = tokens;
    this.owner = owner;
  }

  @BeforeEach
  void hideThem() {
    username = directory.joinsWith(factor, "HERTS-POLICE/hate-crime-unit", "hate-crime-officer");
    api.get(username, "/api/me");
    references.put("unknown", HiddenRecords.UNKNOWN);
    references.putAll(HiddenRecords.from(api, owner, username).references());
  }

  @Test
  void readingTakesTheSameTime() {
    String token = api.token(username);
    assertTakesTheSameTime("reading", 200, 404, (what, one) -> get(one, token));
  }

  @Test
  void askingForAccessTakesTheSameTime() {
    String token = api.token(username);
    assertTakesTheSameTime(
        "asking", 40, 202, (what, one) -> post("/api/access-requests", ASK.formatted(one), token));
  }

  @Test
  void askingForAccessInThePortalTakesTheSameTime() {
    Visitor visitor = visitors.signedIn(username);
    assertTakesTheSameTime(
        "asking in the portal",
        40,
        302,
        (what, one) -> visitor.post("/access/ask.xhtml", asking(one)).status());
  }

  /** Before anything is proved, which no record changes. */
  @Test
  void breakingTheGlassUnprovedTakesTheSameTime() {
    String token = api.token(username);
    assertTakesTheSameTime(
        "breaking unproved",
        40,
        401,
        (what, one) -> post("/api/break-glass", BREAK.formatted(one), token));
  }

  /**
   * What opens is meant to be told from what does not; what does not, not from what is not there.
   */
  @Test
  void whatTheGlassDoesNotOpenTakesTheSameTime() {
    references.remove("forbidden");
    String token = tokens.token(username, factor);
    assertTakesTheSameTime(
        "breaking", 40, 404, (what, one) -> post("/api/break-glass", BREAK.formatted(one), token));
  }

  @Test
  void whatTheGlassDoesNotOpenInThePortalTakesTheSameTime() {
    references.remove("forbidden");
    Visitor visitor = visitors.signedIn(username);
    visitor.stepUp("/glass/break.xhtml", DemoAccount.PASSWORD, factor.code());
    assertTakesTheSameTime(
        "breaking in the portal",
        40,
        200,
        (what, one) -> {
          Answer answer = visitor.post("/glass/break.xhtml", breaking(one));
          assertThat(answer.body()).contains("There is a problem");
          return answer.status();
        });
  }

  /**
   * A word that stands in nothing, in one hidden record, or in many is looked for in the same time.
   */
  @Test
  void searchingTakesTheSameTime() {
    String word = Searches.word();
    Map<String, String> words = new LinkedHashMap<>();
    words.put("nowhere", word + "none");
    for (String hidden : List.of("forbidden", "a draft of another", "excluded", "restricted")) {
      words.put(hidden, word + hidden.replace(" ", ""));
      owner.plant(references.get(hidden), "referral_incident", "narrative", words.get(hidden));
      owner.plant(references.get(hidden), "referral_identity", "name", words.get(hidden));
    }
    words.put("in a class that is withheld", word + "withheld");
    String shown = new Referrals(api).received().reference();
    owner.plant(shown, "referral_intelligence", "report", word + "withheld");
    references.clear();
    references.putAll(words);
    String token = api.token(username);
    assertTakesTheSameTime(
        "searching",
        100,
        200,
        (what, one) -> post("/api/searches", "{\"text\":\"%s\"}".formatted(one), token));
  }

  private void assertTakesTheSameTime(
      String door, int times, int status, BiFunction<String, String, Integer> knock) {
    new StopWatch(door, times, () -> owner.forgetReferences(username))
        .assertTheSame(
            references,
            (what, one) -> assertThat(knock.apply(what, one)).as(what).isEqualTo(status));
  }

  private int get(String reference, String token) {
    return send(request("/api/referrals/" + reference, token).build());
  }

  private int post(String path, String body, String token) {
    return send(
        request(path, token)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .build());
  }

  private HttpRequest.Builder request(String path, String token) {
    return HttpRequest.newBuilder(URI.create(visitors.address() + path))
        .header("Authorization", "Bearer " + token);
  }

  private int send(HttpRequest request) {
    try {
      return client.send(request, BodyHandlers.ofString()).statusCode();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  private static Map<String, String> breaking(String reference) {
    return Map.of(
        "jakarta.faces.ViewState", "stateless",
        "form", "form",
        "glass-reference", reference,
        "glass-dataClasses", "D5",
        "glass-reason", "RISK_TO_LIFE",
        "glass-text", "An attack is going on there at this very moment.",
        "break", "");
  }

  private static Map<String, String> asking(String reference) {
    return Map.of(
        "jakarta.faces.ViewState", "stateless",
        "form", "form",
        "access-reference", reference,
        "access-dataClasses", "D5",
        "access-purpose", "PREVENT_DETECT",
        "access-why", "We know them.",
        "access-duration", "TODAY",
        "ask", "");
  }
}
