package uk.concordat.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What an agreement lets through ends with it, on the very next request, and comes back. */
@ExtendWith(ApiExtension.class)
class AgreementEndsIT {
  private static final String POLICE = "BTP";
  private static final String COUNCIL = "STEVENAGE-COUNCIL";
  private static final String SUBMIT = "{\"move\":\"submit\"}";
  private static final String END = "{\"move\":\"end\",\"reason\":\"The joint unit is no more.\"}";
  private static final List<String> ALL = List.of("D1", "D2", "D4", "D5", "D11", "D16");

  private final Api api;
  private final StaffDirectory staff;
  private final Visitors visitors;
  private final Agreements agreements;
  private final Referrals referrals;
  private String council;
  private String police;

  AgreementEndsIT(Api api, StaffDirectory staff, Visitors visitors) {
    this.api = api;
    this.staff = staff;
    this.visitors = visitors;
    agreements = new Agreements(api);
    referrals = new Referrals(api);
  }

  /** Nobody of the demo governs these two, so that other tests are not disturbed. */
  @BeforeEach
  void bothHaveTheirGovernance() {
    council = staff.joinsGovernance(COUNCIL);
    police = staff.joinsGovernance(POLICE);
    endAll();
    sign(ALL);
  }

  @AfterEach
  void whatIsLeftCoversAllAgain() {
    endAll();
    sign(ALL);
  }

  @Test
  void endingTakesTheReceiversSightAwayAndSigningBringsItBack() {
    String reference = submitted();
    String path = "/api/referrals/" + reference;
    assertThat(api.get("btp.hco", path).status()).isEqualTo(200);
    assertThat(api.listed("btp.hco")).contains(reference);
    endAll();
    assertThat(api.get("btp.hco", path).status()).isEqualTo(404);
    assertThat(api.listed("btp.hco")).doesNotContain(reference);
    assertThat(api.get("council2.officer", path).status()).isEqualTo(200);
    sign(ALL);
    assertThat(api.get("btp.hco", path).text("/person/name")).isNotEmpty();
    assertThat(api.listed("btp.hco")).contains(reference);
  }

  @Test
  void aClassThatTheNewVersionLeavesOutIsWithheldForThatReason() {
    String path = "/api/referrals/" + submitted();
    Answer inForce = active();
    ObjectNode narrower = agreements.proposal(POLICE, List.of("D1", "D5", "D16"), ALL);
    narrower.put("code", inForce.text("/code")).putArray("purposes").add("PREVENT_DETECT");
    Answer proposed = agreements.proposed(council, narrower);
    Answer preview = api.get(police, Agreements.path(proposed) + "/preview");
    assertThat(Agreements.lines(preview, "starts")).isEmpty();
    assertThat(Agreements.lines(preview, "stops"))
        .containsExactly(
            "STEVENAGE-COUNCIL BTP D2", "STEVENAGE-COUNCIL BTP D4", "STEVENAGE-COUNCIL BTP D11");
    assertThat(api.get("btp.hco", path).json().has("person")).isTrue();
    agreements.moved(police, proposed, "{\"move\":\"sign\"}");
    Answer read = api.get("btp.hco", path);
    assertThat(read.json().has("person")).isFalse();
    JsonNode person =
        Agreements.items(read.json().get("withheld"))
            .filter(each -> each.get("dataClass").asText().equals("D2"))
            .findFirst()
            .orElseThrow();
    assertThat(person.get("why").asText()).isEqualTo("AGREEMENT");
  }

  @Test
  void whatNoAgreementCoversIsNotSentAndTheRefusalSaysWhat() {
    String reference = draft();
    endAll();
    Answer nothing = api.move("council2.officer", reference, SUBMIT);
    assertThat(nothing.status()).isEqualTo(409);
    assertThat(nothing.code()).isEqualTo("no-agreement");
    assertThat(nothing.errors()).containsExactly("footing.purpose:no-agreement");
    sign(List.of("D1", "D2", "D5", "D16"));
    Answer part = api.move("council2.officer", reference, SUBMIT);
    assertThat(part.status()).isEqualTo(409);
    assertThat(part.errors()).containsExactly("D4:no-agreement");
    endAll();
    sign(ALL);
    assertThat(api.move("council2.officer", reference, SUBMIT).status()).isEqualTo(200);
  }

  @Test
  void whoeverDoesNotSeeHowContactIsSafeOwesNoNewsUntilTheyDo() {
    String reference =
        referrals
            .draft(
                "council2.officer",
                referrals.complete().put("to", POLICE).put("urgency", "STANDARD"))
            .reference();
    referrals.moved("council2.officer", reference, SUBMIT);
    for (String move :
        List.of(
            "{\"move\":\"acknowledge\"}",
            "{\"move\":\"accept\",\"assignee\":\"btp.hco\"}",
            "{\"move\":\"start\"}")) {
      referrals.moved("btp.hco", reference, move);
    }
    endAll();
    sign(List.of("D1", "D2", "D5", "D11", "D16"));
    String outcome =
        "{\"move\":\"record-outcome\",\"reason\":\"POLICE_18\",\"text\":\"Nobody was found.\"}";
    assertThat(referrals.moved("btp.hco", reference, outcome).json().has("due"))
        .as("no clock of the news runs")
        .isFalse();
    String page = "/referral/referral.xhtml?ref=" + reference;
    Visitor hco = visitors.signedIn("btp.hco");
    assertThat(hco.get(page).body()).contains("Next: close it");
    String close = "/referral/close.xhtml?ref=" + reference;
    assertThat(hco.get(close).body()).doesNotContain("is told before it is closed");
    endAll();
    sign(ALL);
    assertThat(hco.get(page).body())
        .as("though no clock runs")
        .contains("Next: tell the person harmed what came of it");
    assertThat(hco.get(close).body()).contains("is told before it is closed");
    assertThat(api.move("btp.hco", reference, "{\"move\":\"close\"}").code()).isEqualTo("not-told");
    endAll();
    sign(List.of("D1", "D2", "D5", "D11", "D16"));
    referrals.moved("btp.hco", reference, "{\"move\":\"close\"}");
  }

  private String submitted() {
    return referrals.moved("council2.officer", draft(), SUBMIT).reference();
  }

  private String draft() {
    return referrals.draft("council2.officer", referrals.complete().put("to", POLICE)).reference();
  }

  private void sign(List<String> gives) {
    ObjectNode proposal = agreements.proposal(POLICE, gives, ALL);
    proposal.putArray("purposes").add("PREVENT_DETECT");
    agreements.moved(police, agreements.proposed(council, proposal), "{\"move\":\"sign\"}");
  }

  private void endAll() {
    for (String path : inForce()) {
      Answer read = api.get(police, path);
      agreements.moved(police, read, END);
    }
  }

  private Answer active() {
    return api.get(police, inForce().get(0));
  }

  private List<String> inForce() {
    return Agreements.items(api.get(police, "/api/agreements").json().get("items"))
        .filter(each -> each.get("status").asText().equals("ACTIVE"))
        .filter(each -> each.get("parties").toString().contains(COUNCIL))
        .map(
            each ->
                "/api/agreements/"
                    + each.get("code").asText()
                    + "/versions/"
                    + each.get("version").asText())
        .toList();
  }
}
