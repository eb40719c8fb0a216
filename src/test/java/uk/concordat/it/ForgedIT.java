package uk.concordat.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody made themselves or took from somebody else is refused, and the ledger has it. */
@ExtendWith(ApiExtension.class)
class ForgedIT {
  private final Api api;
  private final Visitors visitors;
  private final LedgerRows ledger;
  private final RealmTokens realm;
  private final Referrals referrals;
  private final StaffDirectory directory;
  private String username;
  private String draft;

  ForgedIT(
      Api api, Visitors visitors, LedgerRows ledger, RealmTokens realm, StaffDirectory directory) {
    this.api = api;
    this.visitors = visitors;
    this.ledger = ledger;
    this.realm = realm;
    this.directory = directory;
    referrals = new Referrals(api);
  }

  /** A colleague of the drafter, in the same team and role. */
  @BeforeEach
  void aColleague() {
    username = directory.joins("WELHAT-COUNCIL/community-safety", "council-officer");
    api.get(username, "/api/me");
    draft = referrals.draft().reference();
  }

  /** Nobody is signed in by it, so that there is nobody to write into the ledger. */
  @Test
  void anAgencyThatAnotherClientClaims() {
    Answer answer = api.send("GET", "/api/me", realm.ofAnotherAgency(), null);
    assertThat(answer.status()).as(answer.body()).isEqualTo(401);
    assertThat(answer.code()).isEqualTo("invalid-token");
  }

  @ParameterizedTest
  @ValueSource(strings = {"agency", "teams", "groups", "X-Agency"})
  void anAgencyInTheRequest(String name) {
    Answer me = api.get(username, "/api/me", name, "HERTS-POLICE");
    assertThat(me.json().toString()).contains("WELHAT-COUNCIL").doesNotContain("HERTS-POLICE");
    Answer asked = api.get(username, "/api/referrals?" + name + "=HERTS-POLICE");
    assertThat(asked.errors()).containsExactly(name + ":unknown-parameter");
  }

  @Test
  void theDraftOfAnotherOverTheApi() {
    String address = "/api/referrals/" + draft;
    String etag = api.get("council.officer", address).etag();
    List<Answer> answers =
        List.of(
            api.get(username, address),
            api.get(username, address + "/access"),
            api.patch(username, address, "{\"urgency\":\"URGENT\"}", "If-Match", etag),
            api.post(username, address + "/moves", "{\"move\":\"submit\"}", "If-Match", etag));
    assertThat(answers.stream().map(Answer::status)).containsOnly(404);
    assertThat(ledger.refused(username))
        .hasSize(answers.size())
        .allMatch(refusal -> refusal.endsWith(" not-visible"));
    assertThat(api.get("council.officer", address).etag()).isEqualTo(etag);
  }

  static List<String> draftPages() {
    List<String> pages = new ArrayList<>(EveryDoor.pages());
    pages.removeIf(page -> !page.startsWith("/referral/draft/"));
    return pages;
  }

  @ParameterizedTest
  @MethodSource("draftPages")
  void theDraftOfAnotherInThePortal(String page) {
    Visitor visitor = visitors.signedIn(username);
    String etag = api.get("council.officer", "/api/referrals/" + draft).etag();
    Answer opened = visitor.get(page + "?ref=" + draft);
    Answer unknown = visitor.get(page + "?ref=" + HiddenRecords.UNKNOWN);
    assertThat(opened.status()).isEqualTo(404);
    assertThat(Silence.still(opened)).isEqualTo(Silence.still(unknown));
    assertThat(ledger.refused(username)).hasSize(2);
    for (String button : List.of("continue", "autosave", "none")) {
      Map<String, String> form = form("stateless", etag, button);
      Answer posted = visitor.post(page + "?ref=" + draft, form);
      Answer nowhere = visitor.post(page + "?ref=" + HiddenRecords.UNKNOWN, form);
      assertThat(posted.status()).as(button).isEqualTo(nowhere.status()).isNotEqualTo(302);
      assertThat(Silence.still(posted).replace(draft, "draft"))
          .isEqualTo(Silence.still(nowhere).replace(HiddenRecords.UNKNOWN, "draft"))
          .doesNotContain("basket"); // of the draft's account
      if (button.equals("continue")) {
        assertThat(posted.status()).isIn(404, 405);
      }
    }
    assertThat(api.get("council.officer", "/api/referrals/" + draft).etag()).isEqualTo(etag);
  }

  @Test
  void theCursorOfAnother() {
    referrals.submitted();
    referrals.submitted();
    Answer first = api.get("council.officer", "/api/referrals?limit=1&box=sent");
    String cursor = first.link("next").orElseThrow().replaceAll(".*cursor=([^&]+).*", "$1");
    Answer refused = api.get(username, "/api/referrals?limit=1&box=sent&cursor=" + cursor);
    assertThat(refused.errors()).containsExactly("cursor:invalid");
    assertThat(ledger.refused(username)).containsExactly("referral.read cursor-of-another");
    Answer page = visitors.signedIn(username).get("/referral/inbox.xhtml?box=SENT&at=" + cursor);
    assertThat(page.status()).isEqualTo(200);
    assertThat(ledger.refused(username)).hasSize(2);
  }

  @Test
  void aViewStateThatWeNeverGave() {
    Visitor visitor = visitors.signedIn(username);
    String own = api.post(username, "/api/referrals", referrals.complete()).reference();
    String page = "/referral/draft/what.xhtml?ref=" + own;
    String etag = api.get(username, "/api/referrals/" + own).etag();
    for (String state : List.of("", "x", "-123:456", "rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcA==")) {
      assertThat(visitor.post(page, form(state, etag, "continue")).status()).isEqualTo(400);
    }
    assertThat(ledger.refused(username)).hasSize(4).containsOnly("session.read no-form-of-ours");
    assertThat(api.get(username, "/api/referrals/" + own).etag()).isEqualTo(etag);
  }

  @Test
  void aVersionThatWasTamperedWith() {
    Visitor visitor = visitors.signedIn(username);
    String own = api.post(username, "/api/referrals", referrals.complete()).reference();
    String address = "/api/referrals/" + own;
    String page = "/referral/draft/what.xhtml?ref=" + own;
    String etag = api.get(username, address).etag();
    assertThat(visitor.post(page, form("stateless", "\"v99\"", "continue")).status())
        .isEqualTo(409);
    assertThat(api.patch(username, address, "{}", "If-Match", "\"v99\"").status()).isEqualTo(412);
    assertThat(ledger.refused(username))
        .containsExactly("referral.create stale", "referral.create stale");
    assertThat(api.get(username, address).etag()).isEqualTo(etag);
  }

  private static Map<String, String> form(String state, String etag, String button) {
    return Map.of(
        "jakarta.faces.ViewState",
        state,
        "form",
        "form",
        "version",
        etag.substring(2, etag.length() - 1),
        "incident-narrative",
        "changed",
        button,
        "");
  }
}
