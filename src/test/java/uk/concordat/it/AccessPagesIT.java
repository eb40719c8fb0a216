package uk.concordat.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The pages for asking, breaking the glass, its review and notices are closed to whoever they are
 * not for, as if they were not there, and the ledger says so.
 */
@ExtendWith(ApiExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessPagesIT {
  private static final String NOT_HERE = "We cannot show you this page";
  private static final String ASK =
      """
      {"reference":"%s","dataClasses":["D5"],"purpose":"SAFEGUARDING",
       "why":"The person who was harmed lives in a home of ours.","duration":"TODAY"}
      """;
  private final Api api;
  private final Visitors visitors;
  private final LedgerRows ledger;
  private final Referrals referrals;
  private final Map<String, Visitor> signedIn = new ConcurrentHashMap<>();

  AccessPagesIT(Api api, Visitors visitors, LedgerRows ledger) {
    this.api = api;
    this.visitors = visitors;
    this.ledger = ledger;
    referrals = new Referrals(api);
  }

  @ParameterizedTest
  @CsvSource({
    "council.admin,agency-admin,/access/ask.xhtml,role-lacks-action",
    "council.admin,agency-admin,/access/requests.xhtml,role-lacks-action",
    "council.governance,information-governance,/access/ask.xhtml,role-lacks-action",
    "council.admin,agency-admin,/access/request.xhtml?id={id},role-lacks-action",
    "police.hco,hate-crime-officer,/access/request.xhtml?id={id},not-visible",
    "police.hco,hate-crime-officer,/access/approve.xhtml?id={id},not-visible",
    "council.governance,information-governance,/glass/break.xhtml,role-lacks-action",
    "council.officer,council-officer,/glass/break.xhtml,leads-no-team",
    "council.governance,information-governance,/glass/glasses.xhtml,role-lacks-action",
    "police.hco,hate-crime-officer,/glass/glass.xhtml?id={id},not-visible",
    "police.hco,hate-crime-officer,/glass/end.xhtml?id={id},not-visible",
    "police.hco,hate-crime-officer,/glass/reviews.xhtml,role-lacks-action",
    "police.hco,hate-crime-officer,/glass/review.xhtml?id={id},role-lacks-action",
    "council.governance,information-governance,/glass/review.xhtml?id={id},not-visible",
    "police.hco,hate-crime-officer,/notice/notice.xhtml?id={id},not-visible",
  })
  void areNotThereForWhomTheyAreNotFor(String user, String role, String page, String reason) {
    int before = ledger.refusals(role, reason);
    Answer answer = as(user).get(page.replace("{id}", UUID.randomUUID().toString()));
    Silence.friendly(answer, 404, NOT_HERE);
    assertThat(ledger.refusals(role, reason)).isGreaterThan(before);
  }

  @ParameterizedTest
  @CsvSource({
    "/access/request.xhtml?id=nonsense",
    "/access/approve.xhtml",
    "/glass/end.xhtml?id=nonsense",
    "/notice/notice.xhtml?id="
  })
  void anAddressThatNamesNothingIsNotThereEither(String page) {
    Silence.friendly(as("police.hco").get(page), 404, NOT_HERE);
  }

  @Test
  void aCharacterThatCannotBeKeptIsNamedAndTheRestKept() {
    Map<String, String> form =
        Map.of(
            "jakarta.faces.ViewState", "stateless",
            "form", "form",
            "access-reference", "HCR-2026-000137-L",
            "access-why", "Because\0of this",
            "ask", "");
    Answer answer = as("police.hco").post("/access/ask.xhtml", form);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(answer.body())
        .contains("Remove the character that cannot be kept")
        .contains("value=\"HCR-2026-000137-L\"");
  }

  @Test
  void aRequesterFindsNoPageToDecideOnTheirOwn() {
    String id = ask(referrals.received().reference());
    for (String page : new String[] {"approve", "refuse", "question", "revoke", "answer"}) {
      Answer answer = as("council2.officer").get("/access/" + page + ".xhtml?id=" + id);
      Silence.friendly(answer, 404, NOT_HERE);
    }
  }

  @Test
  void aNoticeIsSeenByWhoeverOpensItAndGoneForWhoeverMayNotKnowTheRecordAnyMore() {
    String reference = referrals.received().reference();
    String request = ask(reference);
    Answer told = api.get("council.lead", "/api/notices");
    assertThat(told.text("/items/0/kind")).isEqualTo("ACCESS_ASKED");
    assertThat(told.text("/items/0/reference")).isEqualTo(reference);
    assertThat(told.text("/items/0/about")).isEqualTo(request);
    assertThat(told.json().at("/items/0/seen").asBoolean()).isFalse();
    String page = "/notice/notice.xhtml?id=" + told.text("/items/0/id");
    Silence.friendly(as("council2.officer").get(page), 404, NOT_HERE);

    Answer opened = as("council.lead").get(page);
    assertThat(opened.header("Location").orElseThrow()).contains("/access/request.xhtml");
    assertThat(api.get("council.lead", "/api/notices").json().at("/items/0/seen").asBoolean())
        .isTrue();

    Answer restricted =
        api.send(
            "PUT",
            "/api/referrals/" + reference + "/restriction",
            api.token("police.hco"),
            "{\"names\":[]}",
            "Content-Type",
            "application/json");
    assertThat(restricted.status()).as(restricted.body()).isEqualTo(200);
    assertThat(api.get("council.lead", "/api/notices").body()).doesNotContain(reference);
    Silence.friendly(as("council.lead").get(page), 404, NOT_HERE);
  }

  @Test
  void whatSomebodyIsToldOfIsInTheLedger() {
    String reference = referrals.received().reference();
    ask(reference);
    String notice = api.get("council.lead", "/api/notices").text("/items/0/id");
    assertThat(ledger.about("notice", notice)).contains("session.read council-officer");
  }

  private String ask(String reference) {
    Answer asked = api.post("council2.officer", "/api/access-requests", ASK.formatted(reference));
    assertThat(asked.status()).as(asked.body()).isEqualTo(202);
    return asked.text("/id");
  }

  private Visitor as(String user) {
    return signedIn.computeIfAbsent(user, visitors::signedIn);
  }
}
