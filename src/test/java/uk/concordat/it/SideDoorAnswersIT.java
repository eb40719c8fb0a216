package uk.concordat.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is forbidden, excluded, restricted or somebody else's draft is answered as what does not
 * exist: by every operation, whatever else is wrong with the request; and the ledger has each
 * refusal.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(ApiExtension.class)
class SideDoorAnswersIT {
  /** Grows with every page that they open. */
  private static final Set<String> OWN_TRAIL =
      Set.of(
          "/ledger/own.xhtml",
          "/ledger/ledger.xhtml",
          "/ledger/security.xhtml",
          "/ledger/witnesses.xhtml");

  private static final Set<Integer> REFUSALS = Set.of(403, 404, 409, 412);

  private final Api api;
  private final Referrals referrals;
  private final StaffDirectory directory;
  private final DatabaseOwner owner;
  private final LedgerRows ledger;
  private final Visitors visitors;
  private String outsider;
  private Map<String, String> hidden;

  SideDoorAnswersIT(
      Api api,
      StaffDirectory directory,
      DatabaseOwner owner,
      LedgerRows ledger,
      Visitors visitors) {
    this.api = api;
    this.directory = directory;
    this.owner = owner;
    this.ledger = ledger;
    this.visitors = visitors;
    referrals = new Referrals(api);
  }

  /** Somebody of the receiving unit: their role does everything, but not to these records. */
  @BeforeAll
  void hideThem() {
    outsider = officer();
    hidden = HiddenRecords.from(api, owner, outsider).references();
  }

  /** A request that is right, and the ways in which one can be wrong. */
  record Attempt(EveryDoor.Operation operation, String kind, String body, String ifMatch) {
    @Override
    public String toString() {
      return operation + ", " + kind;
    }
  }

  Stream<Attempt> attempts() {
    return new EveryDoor(api.description())
        .operations().stream()
            .filter(operation -> operation.has("reference"))
            .flatMap(SideDoorAnswersIT::attempts);
  }

  private static Stream<Attempt> attempts(EveryDoor.Operation operation) {
    if (operation.body() == null) {
      return Stream.of(new Attempt(operation, "as described", null, null));
    }
    return Stream.of(
        new Attempt(operation, "as described", operation.body(), "\"v1\""),
        new Attempt(operation, "of another version", operation.body(), "\"v99\""),
        new Attempt(operation, "without a version", operation.body(), null),
        new Attempt(operation, "with a malformed version", operation.body(), "v1"),
        new Attempt(operation, "empty", "{}", "\"v1\""),
        new Attempt(operation, "with an unknown property", "{\"colour\":1}", "\"v1\""),
        new Attempt(operation, "malformed", "{", "\"v1\""));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("attempts")
  void everyOperationAnswersWhatIsHiddenAsWhatDoesNotExist(Attempt attempt) {
    int before = ledger.refused(outsider).size();
    Answer nowhere = made(attempt, HiddenRecords.UNKNOWN);
    assertThat(nowhere.status()).isBetween(400, 499);
    assertThat(nowhere.headers().map()).doesNotContainKey("etag");
    int recorded = ledger.refused(outsider).size() - before;
    assertThat(recorded > 0).isEqualTo(REFUSALS.contains(nowhere.status()));
    hidden.forEach(
        (what, reference) -> {
          Answer answer = made(attempt, reference);
          assertThat(outside(answer, reference))
              .as(what)
              .isEqualTo(outside(nowhere, HiddenRecords.UNKNOWN));
        });
    assertThat(ledger.refused(outsider)).hasSize(before + recorded * (1 + hidden.size()));
  }

  @Test
  void headAnswersAsGetDoes() {
    Answer nowhere = head(HiddenRecords.UNKNOWN);
    assertThat(nowhere.status()).isEqualTo(404);
    hidden.forEach(
        (what, reference) ->
            assertThat(outside(head(reference), reference))
                .as(what)
                .isEqualTo(outside(nowhere, HiddenRecords.UNKNOWN)));
  }

  /** What the reader themselves tried is in their trail, without a record that they did not see. */
  @Test
  void theirOwnTrailTellsNothingApart() {
    api.get(outsider, "/api/referrals/" + HiddenRecords.UNKNOWN);
    String nowhere = newestOfTheirTrail();
    assertThat(nowhere).contains("not-visible");
    hidden.forEach(
        (what, reference) -> {
          api.get(outsider, "/api/referrals/" + reference);
          assertThat(newestOfTheirTrail()).as(what).isEqualTo(nowhere);
        });
  }

  private String newestOfTheirTrail() {
    return api.get(outsider, "/api/me/trail?limit=1")
        .body()
        .replaceAll("\"(id|at)\":\"[^\"]*\"", "")
        .replaceAll("\"leaf\":\\d+,?", "");
  }

  @Test
  void noPageTellsThemApart() {
    Visitor visitor = visitors.signedIn(outsider);
    for (String page : EveryDoor.pages()) {
      if (!page.startsWith("/agreement/") && !OWN_TRAIL.contains(page)) {
        Answer nowhere = visitor.get(page + "?ref=" + HiddenRecords.UNKNOWN);
        hidden.forEach(
            (what, reference) -> {
              Answer answer = visitor.get(page + "?ref=" + reference);
              assertThat(answer.status()).as(page + ", " + what).isEqualTo(nowhere.status());
              assertThat(Silence.plain(Silence.still(answer), reference))
                  .as(page + ", " + what)
                  .isEqualTo(Silence.plain(Silence.still(nowhere), HiddenRecords.UNKNOWN));
            });
      }
    }
  }

  @Test
  void noListFilterOrSearchFindsThem() {
    for (String reference : hidden.values()) {
      String prefix = reference.substring(0, reference.length() - 2);
      for (String query :
          List.of(
              "reference=" + reference,
              "reference=" + prefix,
              "reference=" + reference + "&state=RECEIVED",
              "reference=" + reference + "&strand=RAC",
              "reference=" + reference + "&from=WELHAT-COUNCIL&to=HERTS-POLICE&open=true",
              "reference=" + reference + "&box=inbox&sort=changed",
              "reference=" + reference + "&box=drafts",
              "reference=" + reference + "&box=shared")) {
        assertThat(api.get(outsider, "/api/referrals?" + query).body())
            .as(query)
            .isEqualTo("{\"items\":[]}");
      }
    }
    assertThat(api.listed(outsider)).doesNotContainAnyElementsOf(hidden.values());
  }

  private String officer() {
    String username = directory.joins("HERTS-POLICE/hate-crime-unit", "hate-crime-officer");
    assertThat(api.get(username, "/api/me").status()).isEqualTo(200);
    return username;
  }

  private Answer made(Attempt attempt, String reference) {
    String address =
        attempt.operation.address(
            Map.of("reference", reference, "subject", api.subject("police.lead")));
    List<String> headers = new ArrayList<>();
    if (attempt.body != null) {
      headers.addAll(List.of("Content-Type", "application/json"));
    }
    if (attempt.ifMatch != null) {
      headers.addAll(List.of("If-Match", attempt.ifMatch));
    }
    return api.send(
        attempt.operation.method(),
        address,
        api.token(outsider),
        attempt.body,
        headers.toArray(String[]::new));
  }

  private Answer head(String reference) {
    return api.send("HEAD", "/api/referrals/" + reference, api.token(outsider), null);
  }

  /** All that can be told from outside: the status, the headers and the body. */
  private static Map<String, Object> outside(Answer answer, String reference) {
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.putAll(answer.headers().map());
    headers.remove("Date");
    headers.remove("Connection"); // the server ends each after so many requests, whatever they were
    Map<String, Object> outside = new LinkedHashMap<>();
    outside.put("status", answer.status());
    outside.put("headers", headers);
    outside.put("body", Silence.plain(answer.body(), reference));
    return outside;
  }
}
