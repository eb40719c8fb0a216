package uk.concordat.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Proposing, reading and signing agreements through the API, and what is refused on the way. */
@ExtendWith(ApiExtension.class)
class AgreementIT {
  private static final String SIGN = "{\"move\":\"sign\"}";
  private static final String WITHDRAW = "{\"move\":\"withdraw\"}";
  private static final String POLICE = "HERTS-POLICE";
  private static final String COUNCIL = "WELHAT-COUNCIL";

  private final Api api;
  private final LedgerRows ledger;
  private final Visitors visitors;
  private final Agreements agreements;

  AgreementIT(Api api, LedgerRows ledger, Visitors visitors) {
    this.visitors = visitors;
    this.api = api;
    this.ledger = ledger;
    agreements = new Agreements(api);
  }

  @Test
  void oneProposesAndTheOtherSigns() {
    Answer proposed = propose(List.of("D1", "D13"), List.of("D1"));
    assertThat(proposed.text("/status")).isEqualTo("PROPOSED");
    assertThat(proposed.text("/code")).matches("ISA-\\d{4,6}");
    assertThat(proposed.header("Location").orElseThrow()).endsWith(Agreements.path(proposed));
    assertThat(proposed.texts("/moves")).containsExactly("withdraw");
    Answer read = api.get("police.governance", Agreements.path(proposed));
    assertThat(read.texts("/moves")).containsExactly("sign", "refuse");
    assertThat(read.texts("/parties/0/gives")).containsExactly("D1", "D13");
    Answer signed = agreements.moved("police.governance", proposed, SIGN);
    assertThat(signed.text("/status")).isEqualTo("ACTIVE");
    assertThat(signed.text("/signedFor")).isEqualTo(POLICE);
    assertThat(signed.text("/activeFrom")).isNotEmpty();
    assertThat(signed.texts("/moves")).containsExactly("end");
    assertThat(ledger.agreement(proposed.text("/code"), "1"))
        .containsExactly(
            "COLLECT agreement.propose WELHAT-COUNCIL",
            "CONSULT agreement.read HERTS-POLICE",
            "CONSULT agreement.read HERTS-POLICE",
            "ALTER agreement.sign HERTS-POLICE");
    end(signed);
  }

  @Test
  void whoeverRefusesReadsWhatTheyRefuse() {
    Answer proposed = propose(List.of("D1"), List.of());
    String code = proposed.text("/code");
    Answer page =
        visitors.signedIn("police.governance").get("/agreement/refuse.xhtml?code=" + code + "&v=1");
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.body()).contains("Why do you refuse it?", code);
    assertThat(ledger.agreement(code, "1")).contains("CONSULT agreement.read HERTS-POLICE");
    agreements.moved("council.governance", proposed, WITHDRAW);
  }

  @Test
  void nobodySignsWhatTheirOwnAgencyProposed() {
    Answer proposed = propose(List.of("D1"), List.of());
    Answer own = agreements.move("council.governance", proposed, SIGN);
    assertThat(own.status()).isEqualTo(409);
    assertThat(own.code()).isEqualTo("impossible-move");
    assertThat(own.texts("/possible")).containsExactly("withdraw");
    assertThat(ledger.agreement(proposed.text("/code"), "1"))
        .contains("impossible-move agreement.sign WELHAT-COUNCIL");
    Answer withdrawn = agreements.moved("council.governance", proposed, WITHDRAW);
    assertThat(withdrawn.text("/status")).isEqualTo("WITHDRAWN");
    assertThat(agreements.move("police.governance", proposed, SIGN).json().get("possible"))
        .isEmpty();
  }

  @Test
  void othersSeeNothingOfAProposal() {
    Answer proposed = propose(List.of("D1"), List.of());
    Answer nothing = api.get("nhs.governance", "/api/agreements/ISA-999999/versions/1");
    assertThat(nothing.status()).isEqualTo(404);
    for (String other : List.of("nhs.governance", "board.governance", "council.officer")) {
      Answer read = api.get(other, Agreements.path(proposed));
      assertThat(read.status()).as(other).isEqualTo(404);
      assertThat(read.body()).isEqualTo(nothing.body());
      assertThat(api.get(other, "/api/agreements").items("code"))
          .as(other)
          .doesNotContain(proposed.text("/code"));
    }
    for (String door : List.of("/preview")) {
      assertThat(api.get("nhs.governance", Agreements.path(proposed) + door).body())
          .isEqualTo(nothing.body());
    }
    assertThat(agreements.move("nhs.governance", proposed, SIGN).status()).isEqualTo(404);
    agreements.moved("council.governance", proposed, WITHDRAW);
  }

  @Test
  void whatIsInForceIsReadByEverybodyWithoutItsContacts() {
    String path = "/api/agreements/" + pair(COUNCIL, "council.governance") + "/versions/1";
    Answer officer = api.get("nhs.practitioner", path);
    assertThat(officer.status()).isEqualTo(200);
    assertThat(officer.json().at("/parties/0").has("contact")).isFalse();
    assertThat(api.get("council.officer", path).json().at("/parties/0").has("contact")).isTrue();
    assertThat(officer.texts("/moves")).isEmpty();
  }

  @Test
  void otherRolesAreToldThatTheyNeverDoThis() {
    Answer proposed = propose(List.of("D1"), List.of());
    assertThat(api.post("council.officer", "/api/agreements", proposal(List.of("D1"))).status())
        .isEqualTo(403);
    assertThat(agreements.move("police.hco", proposed, SIGN).status()).isEqualTo(403);
    assertThat(api.get("police.hco", Agreements.path(proposed) + "/preview").status())
        .isEqualTo(403);
    agreements.moved("council.governance", proposed, WITHDRAW);
  }

  @Test
  void whatIsMissingOrWrongIsSaidFieldByField() {
    ObjectNode empty = proposal(List.of());
    Agreements.side(empty, "own", List.of());
    List.of("title", "gateways", "retention", "dpia").forEach(name -> empty.put(name, " "));
    empty.putArray("purposes").add("CURIOSITY");
    empty.put("reviewDate", today().toString());
    ((ObjectNode) empty.get("other")).put("agency", COUNCIL);
    Answer wrong = api.post("council.governance", "/api/agreements", empty);
    assertThat(wrong.status()).isEqualTo(400);
    assertThat(wrong.errors())
        .containsExactly(
            "other.agency:unknown",
            "title:required",
            "purposes:unknown",
            "own.gives:required",
            "gateways:required",
            "retention:required",
            "dpia:required",
            "reviewDate:not-in-the-future");
    ObjectNode late = proposal(List.of("D1"));
    late.put("reviewDate", today().plusYears(1).plusDays(1).toString());
    assertThat(api.post("council.governance", "/api/agreements", late).errors())
        .containsExactly("reviewDate:too-late");
    ObjectNode ledgerClass = proposal(List.of("D17"));
    assertThat(api.post("council.governance", "/api/agreements", ledgerClass).errors())
        .containsExactly("own.gives:unknown");
  }

  @Test
  void purposesAreThoseThatTheLawOffersOneOfTheTwo() {
    ObjectNode prosecution = agreements.proposal("NORTH-LEA-NHS", List.of("D1"), List.of());
    prosecution.putArray("purposes").add("PROSECUTION");
    assertThat(api.post("council.governance", "/api/agreements", prosecution).errors())
        .containsExactly("purposes:unknown");
  }

  @Test
  void aChangeNamesTheVersionItChangesAndComesOneAtATime() {
    Answer first = propose(List.of("D1"), List.of());
    String moves = Agreements.path(first) + "/moves";
    assertThat(api.post("police.governance", moves, SIGN).status()).isEqualTo(428);
    Answer stale = api.post("police.governance", moves, SIGN, "If-Match", "\"v7\"");
    assertThat(stale.status()).isEqualTo(412);
    agreements.moved("police.governance", first, SIGN);
    ObjectNode next = proposal(List.of("D1", "D14"));
    next.put("code", first.text("/code"));
    Answer second = agreements.proposed("council.governance", next);
    assertThat(second.text("/version")).isEqualTo("2");
    Answer third = api.post("council.governance", "/api/agreements", next);
    assertThat(third.status()).isEqualTo(409);
    assertThat(third.code()).isEqualTo("open-proposal");
    Answer unreasoned = agreements.move("police.governance", second, "{\"move\":\"refuse\"}");
    assertThat(unreasoned.errors()).containsExactly("reason:required");
    agreements.moved("police.governance", second, "{\"move\":\"refuse\",\"reason\":\"Not yet.\"}");
    Answer again = agreements.proposed("council.governance", next);
    agreements.moved("police.governance", again, SIGN);
    Answer former = api.get("police.governance", Agreements.path(first));
    Answer latter = api.get("police.governance", Agreements.path(again));
    assertThat(former.text("/status")).isEqualTo("SUPERSEDED");
    assertThat(former.text("/activeTo")).isEqualTo(latter.text("/activeFrom")).isNotEmpty();
    end(latter);
  }

  @Test
  void onlyTheTwoPartiesChangeAnAgreement() {
    ObjectNode foreign = agreements.proposal(COUNCIL, List.of("D1"), List.of());
    foreign.put("code", pair(POLICE, "council.governance"));
    assertThat(api.post("nhs.governance", "/api/agreements", foreign).status()).isEqualTo(404);
    ObjectNode elsewhere = agreements.proposal("NORTH-LEA-NHS", List.of("D1"), List.of());
    elsewhere.put("code", pair(POLICE, "council.governance"));
    assertThat(api.post("council.governance", "/api/agreements", elsewhere).errors())
        .containsExactly("other.agency:another-agreement");
  }

  @Test
  void thePreviewNamesExactlyWhatWouldNewlyFlowAndToWhom() {
    Answer proposed = propose(List.of("D1", "D2", "D13"), List.of("D7", "D8"));
    Answer preview = api.get("police.governance", Agreements.path(proposed) + "/preview");
    assertThat(Agreements.lines(preview, "starts"))
        .containsExactly("HERTS-POLICE WELHAT-COUNCIL D8", "WELHAT-COUNCIL HERTS-POLICE D13");
    assertThat(Agreements.lines(preview, "stops")).isEmpty();
    assertThat(preview.texts("/starts/0/readers")).isEmpty(); // no council role sees intelligence
    agreements.moved("council.governance", proposed, WITHDRAW);
    Answer housing = propose(List.of("D1"), List.of("D14"));
    Answer shown = api.get("council.governance", Agreements.path(housing) + "/preview");
    assertThat(shown.text("/starts/0/readers/0/role")).isEqualTo("council-officer");
    assertThat(shown.text("/starts/0/readers/0/level")).isEqualTo("FULL");
    agreements.moved("council.governance", housing, WITHDRAW);
  }

  private Answer propose(List<String> gives, List<String> gets) {
    return agreements.proposed("council.governance", agreements.proposal(POLICE, gives, gets));
  }

  private ObjectNode proposal(List<String> gives) {
    return agreements.proposal(POLICE, gives, List.of());
  }

  private void end(Answer agreement) {
    agreements.moved(
        "police.governance", agreement, "{\"move\":\"end\",\"reason\":\"End of the test.\"}");
  }

  /** Code of the agreement that the installation brought between the user's agency and another. */
  private String pair(String other, String user) {
    return Agreements.items(api.get(user, "/api/agreements").json().get("items"))
        .filter(each -> each.get("parties").toString().contains(other))
        .map(each -> each.get("code").asText())
        .filter(code -> code.matches("ISA-1\\d\\d"))
        .findFirst()
        .orElseThrow();
  }

  private static LocalDate today() {
    return LocalDate.now(ZoneId.of("Europe/London"));
  }
}
