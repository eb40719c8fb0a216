package uk.concordat.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * SQL in every text that somebody can send: query, path, header, JSON and form. It is refused or
 * kept as the text that it is; it is never run, nobody sees more by it, and nothing breaks.
 */
@Order(1)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(ApiExtension.class)
class InjectionIT {
  private static final List<String> PAYLOADS =
      List.of(
          "' OR '1'='1",
          "'; UPDATE staff SET display_name = 'INJECTED'; --",
          "x') OR (SELECT pg_sleep(20)) IS NULL; --",
          "\\'; DROP TABLE ledger_entry CASCADE; --",
          "%' UNION SELECT reference FROM referral; --",
          "$$; SELECT set_config('concordat.agency', 'HERTS-POLICE', false); --");
  private static final List<String> WORST =
      List.of(
          "'; UPDATE staff SET display_name = 'INJECTED'; SELECT pg_sleep(20); --",
          "') OR (SELECT pg_sleep(20)) IS NULL OR ('1'='1");
  private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"(\\d+)\"");
  private static final Duration NO_SLEEP = Duration.ofSeconds(15);
  private static final Pattern NAME =
      Pattern.compile("<(?:input|textarea|select|button)[^>]*?name=\"([^\"]+)\"");
  private static final Pattern BUTTON =
      Pattern.compile("<(?:button|input)[^>]*?type=\"submit\"[^>]*?name=\"([^\"]+)\"");

  private static final Map<String, String> STARTED =
      Map.of("jakarta.faces.ViewState", "stateless", "form", "form", "start", "");

  private final Api api;
  private final Visitors visitors;
  private final StaffDirectory directory;
  private final DatabaseOwner owner;
  private final Referrals referrals;
  private final ObjectMapper mapper = new ObjectMapper();
  private final Map<String, String> etags = new HashMap<>();
  private String sender;
  private String receiver;
  private String governance;
  private Visitor senderVisits;
  private Visitor receiverVisits;
  private String draft;
  private String received;
  private String incident;

  InjectionIT(Api api, Visitors visitors, StaffDirectory directory, DatabaseOwner owner) {
    this.api = api;
    this.visitors = visitors;
    this.directory = directory;
    this.owner = owner;
    referrals = new Referrals(api);
  }

  @BeforeAll
  void people() {
    sender = directory.joins("WELHAT-COUNCIL/community-safety", "council-officer");
    receiver = directory.joins("HERTS-POLICE/hate-crime-unit", "hate-crime-officer");
    senderVisits = visitors.signedIn(sender);
    receiverVisits = visitors.signedIn(receiver);
    governance = directory.joinsGovernance("STEVENAGE-COUNCIL");
    draft = referrals.draft(sender, referrals.complete()).reference();
    received = referrals.received().reference();
    incident =
        senderVisits
            .post("/incident/start.xhtml", STARTED)
            .header("Location")
            .orElseThrow()
            .replaceFirst(".*ref=", "");
  }

  @AfterEach
  void nothingWasRun() {
    assertThat(owner.count("staff where display_name = 'INJECTED'")).isZero();
    assertThat(owner.count("(select from ledger_entry limit 1) e")).isEqualTo(1);
  }

  /** By what is attacked, the operation and the place in it. */
  Stream<EveryDoor.Operation> operations() {
    return new EveryDoor(api.description()).operations().stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("operations")
  void inAPathOrAQuery(EveryDoor.Operation operation) {
    for (String payload : PAYLOADS) {
      boolean arrives = !payload.contains("\\"); // the server itself takes none in a path
      for (String parameter : arrives ? operation.parameters() : List.<String>of()) {
        Map<String, String> values = new HashMap<>(values());
        values.put(parameter, encoded(payload));
        harmless(send(receiver, operation, values, operation.body()), false);
      }
      if (operation.method().equals("GET")) {
        for (JsonNode parameter : query(operation)) {
          String name = parameter.get("name").asText();
          Answer answer =
              api.get(sender, operation.address(values()) + "?" + name + "=" + encoded(payload));
          assertThat(answer.status()).as(name).isIn(200, 400);
          assertThat(answer.items("reference")).as(name).isEmpty();
        }
      }
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("operations")
  void inAHeader(EveryDoor.Operation operation) {
    for (String payload : PAYLOADS) {
      for (List<String> headers :
          List.of(
              List.of("If-Match", payload, "Accept-Language", payload),
              List.of("Idempotency-Key", payload, "User-Agent", payload))) {
        Supplier<Answer> sent =
            () ->
                api.send(
                    operation.method(),
                    operation.address(values()),
                    api.token(sender),
                    operation.body(),
                    Stream.concat(headers.stream(), Stream.of("Content-Type", "application/json"))
                        .toArray(String[]::new));
        harmless(sent, true);
      }
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("operations")
  void inATextOfTheBody(EveryDoor.Operation operation) throws JsonProcessingException {
    if (operation.body() == null) {
      return;
    }
    for (String payload : WORST) {
      for (String body : injected(operation.body(), payload)) {
        for (String person : senders(operation)) {
          Map<String, String> values = new HashMap<>(values());
          values.put("reference", person.equals(sender) ? draft : received);
          harmless(send(person, operation, values, body), true);
        }
      }
    }
  }

  /**
   * Who may come as far as the text: agreements are for governance alone, which has no casework.
   */
  private List<String> senders(EveryDoor.Operation operation) {
    boolean governing =
        Stream.of("/api/agreements", "/api/ledger", "/api/recalls")
            .anyMatch(operation.path()::startsWith);
    return governing ? List.of(governance, receiver) : List.of(sender, receiver);
  }

  @Test
  void isKeptAsTheTextThatItIs() {
    for (String payload : PAYLOADS) {
      ObjectNode content = referrals.complete();
      content.withObject("/incident").put("narrative", payload);
      content.withObject("/person").put("name", payload);
      String reference = referrals.draft(sender, content).reference();
      Answer read = api.get(sender, "/api/referrals/" + reference);
      assertThat(read.text("/incident/narrative")).isEqualTo(payload);
      assertThat(read.text("/person/name")).isEqualTo(payload);
      assertThat(api.get(sender, "/api/referrals?reference=" + reference).items("name"))
          .containsExactly(payload);
    }
  }

  Stream<String> pages() {
    return EveryDoor.pages().stream().filter(page -> !page.startsWith("/agreement/"));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void inAFieldOfAPageOrItsAddress(String page) {
    boolean drafting = page.startsWith("/referral/draft/");
    boolean logging = page.startsWith("/incident/");
    Visitor visitor = drafting || logging ? senderVisits : receiverVisits;
    String address = page + "?ref=" + (logging ? incident : drafting ? draft : received);
    // What stands above is the form of another page.
    String shown = visitor.get(address).body().replaceFirst("(?s).*<main ", "<main ");
    for (String payload : WORST) {
      String query =
          page
              + Stream.of(
                      "ref",
                      "reference",
                      "from",
                      "status",
                      "strand",
                      "sort",
                      "at",
                      "then",
                      "id",
                      "code")
                  .map(name -> name + "=" + encoded(payload))
                  .collect(Collectors.joining("&", "?", ""));
      assertThat(visitor.get(query).status()).as(query).isLessThan(500);
      for (String button : found(BUTTON, shown)) {
        Map<String, String> form = new HashMap<>();
        found(NAME, shown).forEach(name -> form.put(name, payload));
        found(BUTTON, shown).forEach(form::remove);
        form.putAll(Map.of("jakarta.faces.ViewState", "stateless", "form", "form", button, ""));
        found(VERSION, shown).forEach(version -> form.put("version", version));
        long start = System.nanoTime();
        assertThat(visitor.post(address, form).status()).as(button).isLessThan(500);
        etags.clear();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(NO_SLEEP);
      }
    }
    for (String name : List.of("ref", "reference", "from", "strand", "at")) {
      assertThat(visitor.get(page + "?" + name + "=a%00b").status()).as(name).isLessThan(500);
    }
  }

  private Supplier<Answer> send(
      String person, EveryDoor.Operation operation, Map<String, String> values, String body) {
    return () -> {
      String etag = operation.has("reference") ? etag(person, values.get("reference")) : "\"v1\"";
      Answer answer =
          api.send(
              operation.method(),
              operation.address(values),
              api.token(person),
              body,
              "Content-Type",
              "application/json",
              "If-Match",
              etag);
      if (answer.status() < 300) {
        etags.clear();
      }
      return answer;
    };
  }

  /** As it was read last: what was refused since then has changed nothing. */
  private String etag(String person, String reference) {
    return etags.computeIfAbsent(
        person + " " + reference,
        first -> api.get(person, "/api/referrals/" + reference).header("ETag").orElse("\"v1\""));
  }

  /**
   * @param taken whether it may be kept as a text
   */
  private void harmless(Supplier<Answer> sent, boolean taken) {
    long start = System.nanoTime();
    Answer answer = sent.get();
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(NO_SLEEP);
    assertThat(answer.status()).as(answer.body()).isLessThan(500);
    if (!taken) {
      assertThat(answer.status()).as(answer.body()).isIn(400, 401, 403, 404, 409, 412, 415);
    }
    if (answer.status() == 201 && answer.header("Location").orElse("").contains("/agreements/")) {
      var proposals = new Agreements(api);
      proposals.moved(governance, answer, "{\"move\":\"withdraw\"}");
    }
  }

  private Map<String, String> values() {
    return Map.of(
        "reference",
        received,
        "subject",
        api.subject("police.lead"),
        "code",
        "ISA-101",
        "month",
        "2026-11",
        "version",
        "1");
  }

  private List<JsonNode> query(EveryDoor.Operation operation) {
    List<JsonNode> parameters = new ArrayList<>();
    JsonNode described =
        api.description().tree().get("paths").get(operation.path()).get("get").path("parameters");
    described.forEach(
        parameter -> {
          if (parameter.path("in").asText().equals("query")) {
            parameters.add(parameter);
          }
        });
    return parameters;
  }

  /** The body, once for each text in it, with the payload in its place. */
  private List<String> injected(String body, String payload) throws JsonProcessingException {
    int texts = replaced(mapper.readTree(body), payload, -1);
    List<String> bodies = new ArrayList<>();
    for (int i = 0; i < texts; i++) {
      JsonNode copy = mapper.readTree(body);
      replaced(copy, payload, i);
      bodies.add(copy.toString());
    }
    return bodies;
  }

  /** Replaces the text with that number; answers how many there are. */
  private static int replaced(JsonNode tree, String payload, int number) {
    List<Consumer<String>> texts = new ArrayList<>();
    collect(tree, texts);
    if (number >= 0) {
      texts.get(number).accept(payload);
    }
    return texts.size();
  }

  private static void collect(JsonNode tree, List<Consumer<String>> texts) {
    if (tree instanceof ObjectNode object) {
      List.copyOf(object.properties())
          .forEach(
              field -> {
                if (field.getValue().isTextual()) {
                  texts.add(text -> object.put(field.getKey(), text));
                } else {
                  collect(field.getValue(), texts);
                }
              });
    } else if (tree instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        int at = i;
        if (array.get(i).isTextual()) {
          texts.add(text -> array.set(at, text));
        } else {
          collect(array.get(i), texts);
        }
      }
    }
  }

  private static List<String> found(Pattern pattern, String html) {
    return pattern.matcher(html).results().map(one -> one.group(1)).distinct().toList();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
