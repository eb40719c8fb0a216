package uk.concordat.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What goes against the wish of the person harmed is sent when somebody who may answers for it. */
@ExtendWith(ApiExtension.class)
class ConsentOverrideIT {
  private static final String SUBMIT = "{\"move\":\"submit\"}";

  private final Api api;
  private final Referrals referrals;
  private final LedgerRows ledger;

  ConsentOverrideIT(Api api, LedgerRows ledger) {
    this.api = api;
    referrals = new Referrals(api);
    this.ledger = ledger;
  }

  @ParameterizedTest(name = "{0}, {1}: {2} answers, {3} does not")
  @CsvSource({
    "council.officer,  DOES_NOT_AGREE, council.lead,     council2.officer, team-lead",
    "council.officer,  NOT_ASKED,      council.lead,     police.hco,       team-lead",
    "police.officer,   DOES_NOT_AGREE, police.hco,       btp.hco,          hate-crime-officer",
    "nhs.practitioner, NOT_ASKED,      nhs.safeguarding, police.hco, nhs-safeguarding-lead"
  })
  void waitsForWhoeverMayAnswerForIt(
      String sender, String wish, String answers, String other, String who) {
    Answer draft = against(sender, wish);
    String reference = draft.reference();
    Answer refused = api.move(sender, reference, SUBMIT);
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.code()).isEqualTo("consent-override");
    assertThat(refused.errors()).containsExactly("needs.wish:" + who);
    assertThat(ledger.refusals(reference))
        .hasSize(1)
        .first()
        .asString()
        .contains("consent-override");

    assertThat(told(answers, reference)).containsExactly("OVERRIDE_WAITS");
    assertThat(told(other, reference)).isEmpty();
    assertThat(told(sender, reference)).isEmpty();
    api.move(sender, reference, SUBMIT);
    assertThat(told(answers, reference)).as("not told again").hasSize(1);

    String door = "/api/referrals/" + reference + "/consent-override";
    assertThat(api.get(other, door).status()).isEqualTo(404);
    Answer asked = api.get(answers, door);
    assertThat(asked.status()).as(asked.body()).isEqualTo(200);
    assertThat(asked.text("/wish")).isEqualTo(wish);
    assertThat(asked.text("/reason")).isEqualTo("CRIME_PREVENTION");
    assertThat(asked.body()).doesNotContain("Samira", "07700", "basket");
    assertThat(asked.json().has("role")).isFalse();
    assertThat(api.get(answers, "/api/referrals/" + reference).status()).isEqualTo(404);

    Answer answered = answer(answers, reference, asked.etag(), "SERIOUS_HARM");
    assertThat(answered.status()).as(answered.body()).isEqualTo(200);
    assertThat(answered.text("/reason")).isEqualTo("SERIOUS_HARM");
    Answer sent = referrals.moved(sender, reference, SUBMIT);
    assertThat(sent.text("/consentOverride/reason")).isEqualTo("SERIOUS_HARM");
    assertThat(sent.text("/needs/overrideReason")).isEqualTo("SERIOUS_HARM");
    assertThat(ledger.operations(reference))
        .anyMatch(line -> line.startsWith("CONSULT consent.override"))
        .anyMatch(line -> line.startsWith("ALTER consent.override"));
    assertThat(api.get(answers, door).status()).isEqualTo(404); // nothing is asked any more
    assertThat(told(answers, reference)).isEmpty();
  }

  @Test
  void theReceiverSeesThatAndWhyButNotByWhom() {
    String reference = against("council.officer", "NOT_ASKED").reference();
    answer("council.lead", reference, etag("council.lead", reference), "LEGAL_DUTY");
    referrals.moved("council.officer", reference, SUBMIT);
    Answer read = api.get("police.hco", "/api/referrals/" + reference);
    assertThat(read.text("/consentOverride/role")).isEqualTo("council-officer");
    assertThat(read.text("/consentOverride/reason")).isEqualTo("LEGAL_DUTY");
  }

  @Test
  void whoeverMayAnswersByTheirOwnSending() {
    for (String user : List.of("police.hco", "council.lead", "nhs.safeguarding")) {
      String reference = against(user, "NOT_ASKED").reference();
      Answer sent = referrals.moved(user, reference, SUBMIT);
      assertThat(sent.text("/consentOverride/reason")).as(user).isEqualTo("CRIME_PREVENTION");
      assertThat(ledger.operations(reference))
          .anyMatch(line -> line.startsWith("ALTER consent.override"));
    }
  }

  @Test
  void nobodyInAReportingCentreMay() {
    String reference = against("tprc.reporter", "NOT_ASKED").reference();
    Answer refused = api.move("tprc.reporter", reference, SUBMIT);
    assertThat(refused.code()).isEqualTo("consent-override");
    assertThat(refused.errors()).containsExactly("needs.wish:nobody");
  }

  @Test
  void holdsForThisReceiverWishAndReasonOnly() {
    for (String change :
        List.of(
            "{\"to\":\"STEVENAGE-COUNCIL\"}",
            "{\"needs\":{\"wish\":\"DOES_NOT_AGREE\"}}",
            "{\"needs\":{\"overrideReason\":\"LEGAL_DUTY\"}}")) {
      String reference = against("council.officer", "NOT_ASKED").reference();
      String address = "/api/referrals/" + reference;
      answer("council.lead", reference, etag("council.lead", reference), "SERIOUS_HARM");
      Answer changed =
          api.patch(
              "council.officer",
              address,
              change,
              "If-Match",
              api.get("council.officer", address).etag());
      assertThat(changed.status()).as(changed.body()).isEqualTo(200);
      assertThat(changed.json().has("consentOverride")).as(change).isFalse();
      assertThat(api.move("council.officer", reference, SUBMIT).code())
          .as(change)
          .isEqualTo("consent-override");
    }
  }

  @Test
  void anAnswerNamesWhatItSawAndAReasonOfTheList() {
    String reference = against("council.officer", "NOT_ASKED").reference();
    String etag = etag("council.lead", reference);
    assertThat(answer("council.lead", reference, etag, "").errors())
        .containsExactly("reason:required");
    assertThat(answer("council.lead", reference, etag, "NO_SUCH").errors())
        .containsExactly("reason:unknown");
    String door = "/api/referrals/" + reference + "/consent-override";
    assertThat(
            api.send(
                    "PUT",
                    door,
                    api.token("council.lead"),
                    "{\"reason\":\"LEGAL_DUTY\"}",
                    "Content-Type",
                    "application/json")
                .status())
        .isEqualTo(428);
    String address = "/api/referrals/" + reference;
    api.patch(
        "council.officer",
        address,
        "{\"needs\":{\"wish\":\"DOES_NOT_AGREE\"}}",
        "If-Match",
        api.get("council.officer", address).etag());
    assertThat(answer("council.lead", reference, etag, "LEGAL_DUTY").status()).isEqualTo(412);
  }

  /** Unknown, somebody else's, agreed to, without receiver or sent: all the same. */
  @Test
  void toWhomNothingIsAskedThereIsNothing() {
    String nowhere =
        api.get("council.lead", "/api/referrals/HCR-2060-000001-X/consent-override").body();
    String agreed = referrals.draft().reference();
    String sent = referrals.submitted().reference();
    ObjectNode content = against();
    String nowhereTo = referrals.draft("council.officer", content.putNull("to")).reference();
    for (String reference : List.of(agreed, sent, nowhereTo)) {
      Answer answer = api.get("council.lead", "/api/referrals/" + reference + "/consent-override");
      assertThat(answer.status()).isEqualTo(404);
      assertThat(answer.body()).isEqualTo(nowhere);
    }
    // a council officer who leads no team has the action, but it reaches nothing
    String draft = against("council.lead", "NOT_ASKED").reference();
    String door = "/api/referrals/" + draft + "/consent-override";
    assertThat(api.get("council.officer", door).body()).isEqualTo(nowhere);
    int before = ledger.refusals("police-officer", "role-lacks-action");
    assertThat(api.get("police.officer", door).status()).isEqualTo(403);
    assertThat(ledger.refusals("police-officer", "role-lacks-action")).isEqualTo(before + 1);
    assertThat(ledger.refusals("council-officer", "not-visible")).isPositive();
  }

  /** What somebody is told of a draft. */
  private List<String> told(String user, String reference) {
    return StreamSupport.stream(
            api.get(user, "/api/notices").json().get("items").spliterator(), false)
        .filter(notice -> notice.path("reference").asText().equals(reference))
        .map(notice -> notice.get("kind").asText())
        .toList();
  }

  private ObjectNode against() {
    ObjectNode content = referrals.complete();
    content.withObject("/needs").put("wish", "NOT_ASKED").put("overrideReason", "CRIME_PREVENTION");
    return content;
  }

  private Answer against(String sender, String wish) {
    ObjectNode content = against();
    ObjectNode needs = content.withObject("/needs");
    needs.put("wish", wish);
    if (sender.startsWith("nhs")) {
      Referrals.patient(content);
      needs.put("confidentiality", "PUBLIC_INTEREST");
      content.withObject("/clinical").put("rationale", "Somebody would be hurt");
    }
    if (sender.startsWith("police")) {
      content.put("to", "WELHAT-COUNCIL");
      content.withObject("/footing").put("lawfulBasis", "DPA_35_2_B").put("condition", "SCH8_1");
    }
    return referrals.draft(sender, content);
  }

  private String etag(String user, String reference) {
    return api.get(user, "/api/referrals/" + reference + "/consent-override").etag();
  }

  private Answer answer(String user, String reference, String etag, String reason) {
    return api.send(
        "PUT",
        "/api/referrals/" + reference + "/consent-override",
        api.token(user),
        reason.isEmpty() ? "{}" : "{\"reason\":\"" + reason + "\"}",
        "Content-Type",
        "application/json",
        "If-Match",
        etag);
  }
}
