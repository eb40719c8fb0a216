package uk.concordat.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A referral goes on to another agency as one of its own, or is found to have been sent already.
 */
@ExtendWith(ApiExtension.class)
class OnwardIT {
  private static final String REDIRECT =
      "{\"move\":\"redirect\",\"to\":\"%s\",\"footing\":{\"purpose\":\"PREVENT_DETECT\",\"lawfulBasis\":"
          + "\"DPA_35_2_B\",\"condition\":\"SCH8_1\"},\"senderAgrees\":%s,\"text\":\"It happened on a train.\"}";

  private final Api api;
  private final LedgerRows ledger;
  private final Referrals referrals;
  private final DatabaseOwner owner;

  OnwardIT(Api api, LedgerRows ledger, DatabaseOwner owner) {
    this.api = api;
    this.ledger = ledger;
    this.owner = owner;
    referrals = new Referrals(api);
  }

  @Test
  void whatHappenedElsewhereGoesOnToTheForceOfThatPlace() {
    String reference = referrals.received().reference();
    assertThat(api.move("police.hco", reference, "{\"move\":\"redirect\"}").errors())
        .containsExactly(
            "to:required",
            "footing.purpose:required",
            "footing.lawfulBasis:required",
            "footing.condition:required",
            "senderAgrees:required",
            "text:required");
    assertThat(api.move("police.hco", reference, REDIRECT.formatted("BTP", false)).errors())
        .containsExactly("senderAgrees:required");
    assertThat(
            api.move("police.hco", reference, REDIRECT.formatted("WELHAT-COUNCIL", true)).errors())
        .containsExactly("to:its-sender");
    assertThat(api.move("council.officer", reference, REDIRECT.formatted("BTP", true)).status())
        .isEqualTo(409);
    Answer redirected = referrals.moved("police.hco", reference, REDIRECT.formatted("BTP", true));
    assertThat(redirected.text("/state")).isEqualTo("REDIRECTED");
    assertThat(redirected.text("/related/0/relation")).isEqualTo("REDIRECTED_AS");
    String child = redirected.text("/related/0/reference");

    Answer arrived = api.get("btp.hco", "/api/referrals/" + child);
    assertThat(arrived.text("/state")).isEqualTo("SUBMITTED");
    assertThat(arrived.text("/type")).isEqualTo("POLICE_TO_POLICE");
    assertThat(arrived.text("/person/name"))
        .isEqualTo(referrals.complete().at("/person/name").asText());
    assertThat(arrived.text("/footing/lawfulBasis")).isEqualTo("DPA_35_2_B");
    assertThat(arrived.json().path("related")).as("the first is nothing to them").isEmpty();
    assertThat(api.get("btp.hco", "/api/referrals/" + reference).status()).isEqualTo(404);

    Answer atSender = api.get("council.officer", "/api/referrals/" + reference);
    assertThat(atSender.text("/history/0/text")).isEqualTo("It happened on a train.");
    assertThat(atSender.body()).as("nor is the second to whoever sent").doesNotContain(child);
    assertThat(api.get("council.officer", "/api/referrals/" + child).status()).isEqualTo(404);
    assertThat(ledger.operations(child))
        .contains(
            "COLLECT referral.create hate-crime-officer",
            "DISCLOSE referral.submit hate-crime-officer");
    assertThat(ledger.operations(reference))
        .contains("DISCLOSE referral.decide hate-crime-officer");
    assertThat(
            owner.count(
                "referral_link join referral r on r.id = other where sender_agrees and r.reference"
                    + " = '"
                    + child
                    + "'"))
        .isOne();
    assertThat(owner.count("visibility_differences()")).isZero();
  }

  @Test
  void aPatientGoesOnWithoutWhatIsTheTrustsOwnAndATrustSendsOnWhatPoliceSent() {
    String patient = referrals.sent("nhs.practitioner", "HERTS-POLICE").reference();
    referrals.moved("police.hco", patient, "{\"move\":\"acknowledge\"}");
    Answer sent = referrals.moved("police.hco", patient, REDIRECT.formatted("BTP", true));
    Answer arrived = api.get("btp.hco", "/api/referrals/" + sent.text("/related/0/reference"));
    assertThat(arrived.json().at("/needs").has("confidentiality")).isFalse();

    String police = referrals.sent("police.officer", "NORTH-LEA-NHS").reference();
    referrals.moved("nhs.safeguarding", police, "{\"move\":\"acknowledge\"}");
    referrals.moved(
        "nhs.safeguarding",
        police,
        "{\"move\":\"redirect\",\"to\":\"WELHAT-COUNCIL\",\"footing\":{\"purpose\":\"SAFEGUARDING\",\"lawfulBasis\":"
            + "\"UK_GDPR_6_1_E\",\"condition\":\"SCH1_18\"},\"text\":\"They live in a home of the"
            + " council.\"}");
  }

  @Test
  void whoeverMustNotSeeItSeesNotWhatItGoesOnAsAndWhatIsRestrictedStays() {
    String reference = referrals.received().reference();
    owner.exclude(reference, "btp.hco");
    owner.exclude(reference, "police.lead");
    Answer redirected = referrals.moved("police.hco", reference, REDIRECT.formatted("BTP", true));
    String child = redirected.text("/related/0/reference");
    for (String excluded : new String[] {"btp.hco", "police.lead"}) {
      assertThat(api.get(excluded, "/api/referrals/" + child).status()).as(excluded).isEqualTo(404);
      assertThat(api.listed(excluded)).doesNotContain(child);
    }
    String restricted = referrals.received().reference();
    referrals.restricted("police.hco", restricted);
    Answer stays = api.move("police.hco", restricted, REDIRECT.formatted("BTP", true));
    assertThat(stays.code()).isEqualTo("restricted");
    assertThat(ledger.refusals(restricted))
        .containsExactly("referral.decide restricted hate-crime-officer");
    assertThat(owner.count("visibility_differences()")).isZero();
  }

  @Test
  void aDuplicateNamesAnotherReferralThatIsSeen() {
    String first = referrals.received().reference();
    String second = referrals.received().reference();
    String foreign = referrals.sent("police.officer", "STEVENAGE-COUNCIL").reference();
    for (String other : new String[] {foreign, second, HiddenRecords.UNKNOWN, "nonsense"}) {
      Answer answer = api.move("council.officer", second, duplicate(other));
      assertThat(answer.status()).as("whoever sent it decides nothing").isEqualTo(409);
    }
    for (String other : new String[] {second, "HCR-2026-999999-A", "nonsense"}) {
      assertThat(api.move("police.hco", second, duplicate(other)).errors())
          .as(other)
          .containsExactly("other:unknown");
    }
    String hidden = referrals.draft().reference();
    assertThat(api.move("police.hco", second, duplicate(hidden)).errors())
        .containsExactly("other:unknown");
    Answer duplicate = referrals.moved("police.hco", second, duplicate(first));
    assertThat(duplicate.text("/state")).isEqualTo("DUPLICATE");
    assertThat(duplicate.text("/related/0/reference")).isEqualTo(first);
    assertThat(api.get("police.hco", "/api/referrals/" + first).text("/related/0/relation"))
        .isEqualTo("DUPLICATED_BY");
    assertThat(api.move("police.hco", first, duplicate(second)).errors())
        .as("two do not end as duplicates of each other")
        .containsExactly("other:unknown");
    String trail = "/api/referrals/" + first + "/trail";
    assertThat(api.get("police.governance", trail).body()).contains("COMBINE");
    assertThat(api.get("council.governance", trail).body()).doesNotContain("COMBINE");
    assertThat(ledger.operations(second)).contains("COMBINE referral.decide hate-crime-officer");
    assertThat(ledger.operations(first)).contains("COMBINE referral.decide hate-crime-officer");
  }

  @Test
  void onlyWhatCameWithItGoesOnAndNobodyKnownStaysNobodyKnown() {
    ObjectNode content = referrals.complete();
    content.withObject("/housing").put("history", "Two complaints.");
    String reference =
        referrals
            .moved(
                "council.officer",
                referrals.draft("council.officer", content).reference(),
                "{\"move\":\"submit\"}")
            .reference();
    referrals.moved("police.hco", reference, "{\"move\":\"acknowledge\"}");
    owner.grant(reference, "police.hco");
    assertThat(api.get("police.hco", "/api/referrals/" + reference).text("/housing/history"))
        .as("given for a time")
        .isEqualTo("Two complaints.");
    Answer redirected = referrals.moved("police.hco", reference, REDIRECT.formatted("BTP", true));
    String child = redirected.text("/related/0/reference");
    assertThat(api.get("police.hco", "/api/referrals/" + child).json().has("housing")).isFalse();
    assertThat(
            owner.count(
                "referral_housing h join referral r on r.id = h.referral where h.history is not null and r.reference = '"
                    + child
                    + "'"))
        .isZero();
    assertThat(ledger.operations(reference))
        .as("the parent is named where it was disclosed")
        .contains("DISCLOSE referral.submit hate-crime-officer");
    assertThat(ledger.sealed(reference, "DISCLOSE")).anyMatch(entry -> entry.contains("\"link\""));

    ObjectNode nobody = referrals.complete();
    nobody.putObject("person").put("known", false);
    nobody.remove("needs");
    String anonymous =
        referrals
            .moved(
                "council.officer",
                referrals.draft("council.officer", nobody).reference(),
                "{\"move\":\"submit\"}")
            .reference();
    referrals.moved("police.hco", anonymous, "{\"move\":\"acknowledge\"}");
    Answer on = referrals.moved("police.hco", anonymous, REDIRECT.formatted("BTP", true));
    assertThat(
            api.get("btp.hco", "/api/referrals/" + on.text("/related/0/reference"))
                .json()
                .at("/person/known")
                .asBoolean(true))
        .isFalse();
  }

  private static String duplicate(String other) {
    return "{\"move\":\"duplicate\",\"other\":\"%s\"}".formatted(other);
  }
}
