package uk.concordat.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Asking for access tells nobody whether there is such a record, nor what it withholds. */
@ExtendWith(ApiExtension.class)
class SideDoorAskingIT {
  private final Api api;
  private final Referrals referrals;
  private final StaffDirectory directory;
  private final DatabaseOwner owner;
  private final LedgerRows ledger;
  private final Visitors visitors;

  SideDoorAskingIT(
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

  @Test
  void askingForAccessSaysTheSameOfAllThenAndLater() {
    String requester = directory.joins("HERTS-POLICE/hate-crime-unit", "hate-crime-officer");
    api.get(requester, "/api/me");
    Map<String, String> asked = HiddenRecords.from(api, owner, requester).references();
    Answer nowhere = ask(requester, HiddenRecords.UNKNOWN);
    assertThat(nowhere.status()).isEqualTo(202);
    List<Answer> answers = new ArrayList<>(List.of(nowhere));
    asked.values().forEach(reference -> answers.add(ask(requester, reference)));
    assertThat(answers.stream().map(SideDoorAskingIT::asked)).containsOnly(asked(nowhere));
    List<Answer> later = answers.stream().map(one -> read(requester, one)).toList();
    assertThat(later.stream().map(SideDoorAskingIT::asked)).containsOnly(asked(later.get(0)));
    List<String> withdrawn =
        answers.stream().map(one -> asked(withdraw(requester, one))).distinct().toList();
    assertThat(withdrawn).hasSize(1);
    assertThat(answers)
        .allSatisfy(one -> assertThat(read(requester, one).text("/status")).isEqualTo("WITHDRAWN"));
    assertThat(api.get(requester, "/api/access-requests").items("id"))
        .containsAll(answers.stream().map(one -> one.text("/id")).toList());
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
      assertThat(Silence.timeless(one, unnamed)).isEqualTo(Silence.timeless(other, named));
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

  private String officer() {
    String username = directory.joins("HERTS-POLICE/hate-crime-unit", "hate-crime-officer");
    assertThat(api.get(username, "/api/me").status()).isEqualTo(200);
    return username;
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

  private static String asked(Answer answer) {
    return answer.status()
        + answer.etag()
        + Silence.timeless(answer, answer.reference()).replaceAll("\"id\":\"[^\"]+\"", "id");
  }
}
