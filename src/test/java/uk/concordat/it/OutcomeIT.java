package uk.concordat.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What came of it is recorded by whom it concerns, closed by somebody else, and opened again. */
@ExtendWith(ApiExtension.class)
class OutcomeIT {
  private static final String PAGE = "/referral/referral.xhtml?ref=";
  private static final String CLOSE = "{\"move\":\"close\"}";

  private final Api api;
  private final LedgerRows ledger;
  private final Referrals referrals;
  private final DatabaseOwner owner;
  private final StaffDirectory directory;
  private final Visitors visitors;

  OutcomeIT(
      Api api,
      LedgerRows ledger,
      DatabaseOwner owner,
      StaffDirectory directory,
      Visitors visitors) {
    this.directory = directory;
    this.visitors = visitors;
    this.api = api;
    this.ledger = ledger;
    this.owner = owner;
    referrals = new Referrals(api);
  }

  @Test
  void theSenderIsToldWhatCameOfItAndItIsClosedAndOpenedAgain() {
    String reference = begun("STANDARD", "police.officer");
    assertThat(api.move("police.officer", reference, outcome("SERVICE_SUPPORTED")).errors())
        .as("police record police outcomes")
        .containsExactly("reason:unknown");
    assertThat(api.move("police.officer", reference, outcome("POLICE_19")).errors())
        .containsExactly("reason:unknown");
    assertThat(api.move("council.officer", reference, outcome("SERVICE_SUPPORTED")).status())
        .as("not the agency that sent it")
        .isEqualTo(409);
    assertThat(api.move("police.hco", reference, CLOSE).texts("/possible"))
        .containsExactly("hold", "record-outcome", "assign");
    Answer recorded = referrals.moved("police.officer", reference, outcome("POLICE_18"));
    assertThat(recorded.text("/state")).isEqualTo("OUTCOME_RECORDED");
    assertThat(recorded.text("/due/step"))
        .as("the person harmed is to be told, and the clock runs on")
        .isEqualTo("FIRST_CONTACT");
    Answer atSender = api.get("council.officer", "/api/referrals/" + reference);
    assertThat(atSender.text("/history/0/reason")).isEqualTo("POLICE_18");
    assertThat(atSender.text("/history/0/text")).isEqualTo("She was told on the phone.");
    assertThat(told("council.officer", reference)).contains("REFERRAL_OUTCOME", "REFERRAL_DECIDED");
    assertThat(api.move("police.officer", reference, CLOSE).status()).isEqualTo(403);
    Answer early = api.move("police.hco", reference, CLOSE);
    assertThat(early.status()).isEqualTo(409);
    assertThat(early.code()).isEqualTo("not-told");
    Answer owed = api.get("police.hco", "/api/referrals/" + reference);
    assertThat(owed.texts("/moves")).as("what would not be taken").doesNotContain("close");
    assertThat(owed.json().path("outcomeOwed").asBoolean()).as("and why").isTrue();
    assertThat(referrals.told("police.officer", reference).text("/due/step"))
        .as("what was due is met")
        .isEqualTo("FIRST_CONTACT");
    assertThat(api.move("police.hco", reference, CLOSE).code())
        .as("nothing else that they are owed is open")
        .isEqualTo("still-owed");
    assertThat(ledger.refusals(reference))
        .contains("referral.assign still-owed hate-crime-officer");
    assertThat(visitors.signedIn("police.hco").get("/referral/close.xhtml?ref=" + reference).body())
        .contains("Your agency still owes the person harmed this.", "Referral to support");
    referrals.settled("police.officer", reference);
    Answer told = api.get("police.hco", "/api/referrals/" + reference);
    assertThat(told.json().has("due")).isFalse();
    assertThat(told.json().has("outcomeOwed")).isFalse();
    assertThat(told.texts("/moves")).contains("close");
    assertThat(referrals.moved("police.hco", reference, CLOSE).text("/state")).isEqualTo("CLOSED");
    assertThat(api.listed("police.hco")).contains(reference);
    assertThat(api.move("police.hco", reference, "{\"move\":\"reopen\"}").errors())
        .containsExactly("reason:required", "text:required");
    Answer again =
        referrals.moved(
            "police.hco",
            reference,
            "{\"move\":\"reopen\",\"reason\":\"NEW_EVIDENCE\",\"text\":\"A film has come in.\"}");
    assertThat(again.text("/state")).isEqualTo("IN_PROGRESS");
    assertThat(again.text("/due/step")).isEqualTo("UPDATE");
    assertThat(owner.count("referral where reopened = 1 and reference = '" + reference + "'"))
        .isOne();
    referrals.moved("police.officer", reference, outcome("POLICE_18"));
    assertThat(api.move("police.hco", reference, CLOSE).code())
        .as("the new outcome is another")
        .isEqualTo("not-told");
    assertThat(ledger.refusals(reference)).contains("referral.assign not-told hate-crime-officer");
    assertThat(ledger.operations(reference))
        .contains(
            "DISCLOSE outcome.police.record police-officer",
            "ALTER referral.assign hate-crime-officer");
  }

  @Test
  void whoeverWasToldBeforeItIsRecordedIsNotToldAgain() {
    String reference = begun("STANDARD", "police.officer");
    referrals.told("police.officer", reference);
    Answer recorded = referrals.moved("police.officer", reference, outcome("POLICE_18"));
    assertThat(recorded.json().has("due")).isFalse();
    referrals.settled("police.officer", reference);
    referrals.moved("police.hco", reference, CLOSE);
  }

  @Test
  void whatWasSaidOfNoOutcomeOrByAnotherIsNotWhatIsOwed() {
    String reference = referrals.taken("police.officer");
    referrals.told("police.officer", reference); // before the work began
    referrals.contact("police.officer", reference, "EXEMPT", 0);
    referrals.moved("police.officer", reference, "{\"move\":\"start\"}");
    referrals.contact("police.officer", reference, "EXEMPT", 0); // before there is an outcome
    assertThat(referrals.moved("police.officer", reference, outcome("POLICE_18")).text("/due/step"))
        .as("it is owed, and the clock runs on")
        .isEqualTo("UPDATE");
    referrals.told("council.officer", reference); // the sender
    referrals.contact("police.officer", reference, "TRIED", 0);
    assertThat(referrals.contact("police.officer", reference, "TOLD", 1).json().has("due"))
        .as("the day before the work began")
        .isFalse();
    assertThat(api.move("police.lead", reference, CLOSE).code()).isEqualTo("not-told");
    assertThat(referrals.contact("police.officer", reference, "EXEMPT", 0).text("/due/step"))
        .as("of the outcome that there is")
        .isEqualTo("UPDATE");
    referrals.settled("police.officer", reference);
    referrals.moved("police.lead", reference, CLOSE);
    referrals.moved(
        "police.lead",
        reference,
        "{\"move\":\"reopen\",\"reason\":\"NEW_EVIDENCE\",\"text\":\"A film has come in.\"}");
    referrals.contact("police.officer", reference, "EXEMPT", 0); // the outcome is another
    referrals.moved("police.officer", reference, outcome("POLICE_18"));
    referrals.contact("police.officer", reference, "TOLD", 1); // logged late
    assertThat(api.move("police.lead", reference, CLOSE).code()).isEqualTo("not-told");
    referrals.told("police.officer", reference);
    referrals.moved("police.lead", reference, CLOSE);
  }

  @Test
  void whatWasUrgentIsClosedBySomebodyElseThanWhoeverWorkedOnIt() {
    String reference = begun("HIGH", "police.hco");
    referrals.moved("police.hco", reference, outcome("POLICE_18"));
    referrals.moved(
        "police.lead", reference, "{\"move\":\"assign\",\"assignee\":\"police.officer\"}");
    Answer own = api.move("police.hco", reference, CLOSE);
    assertThat(own.status()).as("handing it on does not make it another's").isEqualTo(409);
    assertThat(own.code()).isEqualTo("own-work");
    assertThat(ledger.refusals(reference))
        .containsExactly("referral.assign own-work hate-crime-officer");
    referrals.told("police.officer", reference);
    referrals.settled("police.officer", reference);
    Answer theirs = api.get("police.hco", "/api/referrals/" + reference);
    assertThat(theirs.texts("/moves")).as("nor is it offered").doesNotContain("close");
    assertThat(theirs.text("/forColleague")).as("and why").isEqualTo("own-work");
    assertThat(api.get("police.hco", "/api/referrals/" + reference + "/access").texts("/moves"))
        .doesNotContain("close");
    assertThat(visitors.signedIn("police.hco").get(PAGE + reference).body())
        .contains("so a colleague has to close it")
        .doesNotContain("/referral/close.xhtml");
    Answer lead = api.get("police.lead", "/api/referrals/" + reference);
    assertThat(lead.texts("/moves")).contains("close");
    assertThat(lead.json().has("forColleague")).isFalse();
    assertThat(visitors.signedIn("police.lead").get(PAGE + reference).body())
        .contains("/referral/close.xhtml")
        .doesNotContain("so a colleague has to close it");
    referrals.moved("police.lead", reference, CLOSE);
  }

  /** Somebody who sent it has joined the force that received it. */
  @Test
  void whatSomebodySentThemselvesIsNotOfferedToThemToDecideOn() {
    String user = directory.joins("WELHAT-COUNCIL/community-safety", "council-officer");
    String reference = referrals.sent(user, "HERTS-POLICE").reference();
    referrals.moved("police.hco", reference, "{\"move\":\"acknowledge\"}");
    directory.gets(user, "hate-crime-officer");
    directory.loses(user, "council-officer");
    directory.moves(user, "HERTS-POLICE/hate-crime-unit");
    Answer theirs = api.get(user, "/api/referrals/" + reference);
    assertThat(theirs.texts("/moves")).contains("ask").doesNotContain("accept", "reject");
    assertThat(theirs.text("/forColleague")).isEqualTo("own-referral");
    String accept = "{\"move\":\"accept\",\"assignee\":\"police.officer\"}";
    assertThat(api.move(user, reference, accept).code()).isEqualTo("own-referral");
    assertThat(visitors.signedIn(user).get(PAGE + reference).body())
        .contains("so a colleague has to decide on it")
        .doesNotContain("/referral/accept.xhtml");
    assertThat(api.get("police.hco", "/api/referrals/" + reference).texts("/moves"))
        .contains("accept", "reject");
  }

  @Test
  void aProsecutorRecordsWhatTheProsecutionDecides() {
    String reference = referrals.sent("police.officer", "CPS-THAMES-CHILTERN").reference();
    referrals.moved("cps.lead", reference, "{\"move\":\"acknowledge\"}");
    referrals.moved("cps.lead", reference, "{\"move\":\"accept\",\"assignee\":\"cps.prosecutor\"}");
    referrals.moved("cps.prosecutor", reference, "{\"move\":\"start\"}");
    assertThat(api.move("cps.prosecutor2", reference, outcome("CPS_CHARGED")).status())
        .as("a colleague who does not work on it")
        .isEqualTo(409);
    assertThat(api.move("police.officer", reference, outcome("POLICE_1")).status())
        .as("police on what they sent")
        .isEqualTo(409);
    assertThat(api.move("cps.prosecutor", reference, outcome("POLICE_1")).errors())
        .containsExactly("reason:unknown");
    referrals.moved("cps.prosecutor", reference, outcome("CPS_CHARGED"));
    assertThat(ledger.operations(reference)).contains("DISCLOSE outcome.cps.record cps-prosecutor");
  }

  private String begun(String urgency, String assignee) {
    ObjectNode content = referrals.complete().put("urgency", urgency);
    String reference = referrals.draft("council.officer", content).reference();
    referrals.moved("council.officer", reference, "{\"move\":\"submit\"}");
    referrals.moved("police.lead", reference, "{\"move\":\"acknowledge\"}");
    referrals.moved(
        "police.lead", reference, "{\"move\":\"accept\",\"assignee\":\"%s\"}".formatted(assignee));
    referrals.moved(assignee, reference, "{\"move\":\"start\"}");
    return reference;
  }

  private static String outcome(String code) {
    return "{\"move\":\"record-outcome\",\"reason\":\"%s\",\"text\":\"She was told on the phone.\"}"
        .formatted(code);
  }

  private List<String> told(String user, String reference) {
    return StreamSupport.stream(
            api.get(user, "/api/notices").json().get("items").spliterator(), false)
        .filter(notice -> notice.path("reference").asText().equals(reference))
        .map(notice -> notice.get("kind").asText())
        .toList();
  }
}
