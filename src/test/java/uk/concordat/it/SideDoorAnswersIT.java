package uk.concordat.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
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

  @Test
  void noPageTellsThemApart() {
    Visitor visitor = visitors.signedIn(outsider);
    for (String page : EveryDoor.pages()) {
      if (!page.startsWith("/agreement/")) {
        Answer nowhere = visitor.get(page + "?ref=" + HiddenRecords.UNKNOWN);
        hidden.forEach(
            (what, reference) -> {
              Answer answer = visitor.get(page + "?ref=" + reference);
              assertThat(answer.status()).as(page + ", " + what).isEqualTo(nowhere.status());
              assertThat(plain(Silence.still(answer), reference))
                  .as(page + ", " + what)
                  .isEqualTo(plain(Silence.still(nowhere), HiddenRecords.UNKNOWN));
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

  @Test
  void askingForAccessSaysTheSameOfAllThenAndLater() {
    String requester = directory.joins("HERTS-POLICE/hate-crime-unit", "hate-crime-officer");
    api.get(requester, "/api/me");
    Map<String, String> asked = HiddenRecords.from(api, owner, requester).references();
    Answer nowhere = ask(requester, HiddenRecords.UNKNOWN);
    assertThat(nowhere.status()).isEqualTo(202);
    List<Answer> answers = new ArrayList<>(List.of(nowhere));
    asked.values().forEach(reference -> answers.add(ask(requester, reference)));
    assertThat(answers.stream().map(SideDoorAnswersIT::asked)).containsOnly(asked(nowhere));
    List<Answer> later = answers.stream().map(one -> read(requester, one)).toList();
    assertThat(later.stream().map(SideDoorAnswersIT::asked)).containsOnly(asked(later.get(0)));
    List<String> withdrawn =
        answers.stream().map(one -> asked(withdraw(requester, one))).distinct().toList();
    assertThat(withdrawn).hasSize(1);
    assertThat(api.get(requester, "/api/access-requests").items("status"))
        .hasSize(answers.size())
        .containsOnly("WITHDRAWN");
    assertThat(api.listed(requester)).doesNotContainAnyElementsOf(asked.values());
  }

  @Test
  void fiveWrongReferencesStopWhoeverAsks() {
    String requester = officer();
    for (int i = 0; i < 5; i++) {
      assertThat(ask(requester, HiddenRecords.UNKNOWN).status()).isEqualTo(202);
    }
    Answer unknown = ask(requester, HiddenRecords.UNKNOWN);
    Answer existing = ask(requester, referrals.received().reference());
    assertThat(List.of(unknown.code(), existing.code())).containsOnly("stopped");
    assertThat(existing.body()).isEqualTo(unknown.body());
    assertThat(ledger.refused(requester))
        .containsExactly("access.request stopped", "access.request stopped");
    Answer page =
        visitors.signedIn(requester).post("/access/ask.xhtml", asking(HiddenRecords.UNKNOWN));
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.body()).contains("You have typed five wrong references");
    assertThat(ledger.notices("HERTS-POLICE/information-governance", requester))
        .containsExactly("REFERENCES_GUESSED");
  }

  /** The key stands for a record that its maker was excluded from meanwhile. */
  @Test
  void anIdempotencyKeyIsNoWayBackToARecord() {
    String sender = directory.joins("WELHAT-COUNCIL/community-safety", "council-officer");
    String content = referrals.complete().toString();
    Answer first = create(sender, content, "side-door");
    referrals.moved(sender, first.reference(), "{\"move\":\"submit\"}");
    assertThat(create(sender, content, "side-door").reference()).isEqualTo(first.reference());
    owner.exclude(first.reference(), sender);
    Answer again = create(sender, content, "side-door");
    assertThat(again.status()).as(again.body()).isEqualTo(404);
    assertThat(again.body())
        .isEqualTo(api.get(sender, "/api/referrals/" + HiddenRecords.UNKNOWN).body());
    assertThat(ledger.refused(sender)).first().isEqualTo("referral.create not-visible");
    assertThat(api.listed(sender)).doesNotContain(first.reference());
    assertThat(api.get(sender, "/api/referrals?box=drafts").items("reference")).isEmpty();
  }

  @Test
  void excludingSomebodyTwiceSaysNothingOfTheFirstTime() {
    String colleague = officer();
    String address = "/api/referrals/" + referrals.received().reference() + "/exclusions";
    String body = "{\"username\":\"%s\",\"reason\":\"RELATIVE\"}".formatted(colleague);
    Answer first = api.post("police.hco", address, body);
    Answer second = api.post("police.lead", address, body.replace("RELATIVE", "VICTIM"));
    assertThat(List.of(first.status(), second.status())).containsOnly(204);
    assertThat(api.get("police.hco", address).items("reason")).containsExactly("RELATIVE");
  }

  @Test
  void aProposalOfOthersIsNoAgreementAtAll() {
    var agreements = new Agreements(api);
    String governance = directory.joinsGovernance("STEVENAGE-COUNCIL");
    Answer proposed =
        agreements.proposed(governance, agreements.proposal("BTP", List.of("D1"), List.of("D1")));
    String stranger = directory.joinsGovernance("COLNE-VALLEY-NHS");
    String nowhere = "/api/agreements/ISA-999999/versions/1";
    for (String below : List.of("", "/preview")) {
      Answer theirs = api.get(stranger, Agreements.path(proposed) + below);
      assertThat(theirs.status()).isEqualTo(404);
      assertThat(theirs.body()).isEqualTo(api.get(stranger, nowhere + below).body());
    }
    for (String move : List.of("sign", "refuse", "withdraw", "end")) {
      String body = "{\"move\":\"%s\",\"reason\":\"x\"}".formatted(move);
      for (String tag : List.of("\"v1\"", "\"v9\"", "v1")) {
        assertThat(
                api.post(stranger, Agreements.path(proposed) + "/moves", body, "If-Match", tag)
                    .body())
            .isEqualTo(api.post(stranger, nowhere + "/moves", body, "If-Match", tag).body())
            .contains("not-found");
      }
    }
    assertThat(next(agreements, stranger, proposed.text("/code")).body())
        .isEqualTo(next(agreements, stranger, "ISA-999999").body())
        .contains("not-found");
    assertThat(api.get(stranger, "/api/agreements").body()).doesNotContain(proposed.text("/code"));
    Answer twice = next(agreements, governance, proposed.text("/code"), "BTP");
    assertThat(twice.code()).isEqualTo("open-proposal");
    assertThat(ledger.refused(governance)).containsExactly("agreement.propose open-proposal");
    agreements.moved(governance, proposed, "{\"move\":\"withdraw\"}");
  }

  /** What nobody is told of, nobody is told that they may not have. */
  @Test
  void anIdentityThatIsNoneIsRefusedAsOneThatIsUnknown() {
    String someone = officer();
    for (String id : List.of("x", "00000000-0000-7000-8000-000000000000", "1-1-1-1-1")) {
      assertThat(api.get(someone, "/api/access-requests/" + id).status()).isEqualTo(404);
    }
    assertThat(ledger.refused(someone)).hasSize(3).containsOnly("access.request not-visible");
  }

  /** A name that is withheld, and that nobody is named, look the same. */
  @Test
  void whetherAnybodyIsNamedIsWithheldWithTheName() {
    String requester = directory.joins("STEVENAGE-COUNCIL/community-safety", "council-officer");
    ObjectNode nobody = referrals.complete();
    nobody.putObject("person").put("known", false);
    String unnamed = shown(requester, referrals.draft("council.officer", nobody).reference());
    String named = shown(requester, referrals.draft().reference());
    for (String path : List.of("/api/referrals?reference=", "/api/referrals/")) {
      Answer one = api.get(requester, path + unnamed);
      Answer other = api.get(requester, path + named);
      assertThat(one.status()).isEqualTo(200);
      assertThat(one.body()).doesNotContain("nown");
      assertThat(timeless(one, unnamed)).isEqualTo(timeless(other, named));
    }
    Visitor visitor = visitors.signedIn(requester);
    for (String path :
        List.of("/referral/referral.xhtml?ref=", "/referral/inbox.xhtml?box=SHARED&reference=")) {
      assertThat(visitor.get(path + unnamed).body())
          .contains("Name withheld")
          .doesNotContain("Nobody named");
    }
  }

  /** Sent, and given to the requester without the person's name. */
  private String shown(String requester, String draft) {
    referrals.moved("council.officer", draft, "{\"move\":\"submit\"}");
    String request = "/api/access-requests/" + ask(requester, draft).text("/id");
    Answer approved =
        api.post(
            "council.lead",
            request + "/moves",
            "{\"move\":\"approve\",\"dataClasses\":[\"D5\"],\"text\":\"Yes.\"}",
            "If-Match",
            api.get("council.lead", request).etag());
    assertThat(approved.status()).as(approved.body()).isEqualTo(200);
    return draft;
  }

  private static String timeless(Answer answer, String reference) {
    return plain(answer.body(), reference).replaceAll("\"[^\"]*T[^\"]*Z\"", "time");
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

  private Answer ask(String user, String reference) {
    return referrals.asked(user, reference);
  }

  private static Map<String, String> asking(String reference) {
    return Map.of(
        "jakarta.faces.ViewState",
        "stateless",
        "form",
        "form",
        "access-reference",
        reference,
        "access-dataClasses",
        "D5",
        "access-purpose",
        "PREVENT_DETECT",
        "access-why",
        "We know them.",
        "access-duration",
        "TODAY",
        "ask",
        "");
  }

  private Answer read(String user, Answer request) {
    return api.get(user, "/api/access-requests/" + request.text("/id"));
  }

  private Answer withdraw(String user, Answer request) {
    return api.post(
        user,
        "/api/access-requests/" + request.text("/id") + "/moves",
        "{\"move\":\"withdraw\"}",
        "If-Match",
        request.etag());
  }

  private Answer create(String user, String content, String key) {
    return api.post(user, "/api/referrals", content, "Idempotency-Key", key);
  }

  private Answer next(Agreements agreements, String user, String code) {
    return next(agreements, user, code, "HERTS-POLICE");
  }

  private Answer next(Agreements agreements, String user, String code, String other) {
    ObjectNode proposal = agreements.proposal(other, List.of("D1"), List.of("D1"));
    return api.post(user, "/api/agreements", proposal.put("code", code));
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
    outside.put("body", plain(answer.body(), reference));
    return outside;
  }

  private static String plain(String body, String reference) {
    return body.replace(reference, "reference");
  }

  private static String asked(Answer answer) {
    return answer.status()
        + answer.etag()
        + timeless(answer, answer.reference()).replaceAll("\"id\":\"[^\"]+\"", "id");
  }
}
