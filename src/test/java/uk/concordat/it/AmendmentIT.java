package uk.concordat.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What was sent is amended: versions, class by class, and everybody who got it is told. */
@ExtendWith(ApiExtension.class)
class AmendmentIT {
  private static final String PLACE =
      "{\"reason\":\"CORRECTION\",\"text\":\"It was the other entrance.\",\"change\":{\"incident\":"
          + "{\"place\":\"Station Close, Hatfield\"}}}";
  private static final String REDIRECT =
      "{\"move\":\"redirect\",\"to\":\"BTP\",\"footing\":{\"purpose\":\"PREVENT_DETECT\",\"lawfulBasis\":"
          + "\"DPA_35_2_B\",\"condition\":\"SCH8_1\"},\"senderAgrees\":true,\"text\":\"It happened on a"
          + " train.\"}";

  private final Api api;
  private final LedgerRows ledger;
  private final Referrals referrals;
  private final DatabaseOwner owner;

  AmendmentIT(Api api, LedgerRows ledger, DatabaseOwner owner) {
    this.api = api;
    this.ledger = ledger;
    this.owner = owner;
    referrals = new Referrals(api);
  }

  @Test
  void whatWasWrongIsCorrectedAndEverybodyWhoGotItConfirms() {
    String reference = referrals.received().reference();
    String path = "/api/referrals/" + reference;
    assertThat(api.get("police.hco", path + "/versions").items("number")).isEmpty();
    assertThat(amends("police.hco", reference, PLACE).status()).as("not theirs").isEqualTo(409);
    assertThat(amends("council.lead", reference, PLACE).status()).as("own only").isEqualTo(409);
    assertThat(amends("council.officer", reference, "{}").errors())
        .containsExactly("reason:required", "text:required");
    assertThat(
            amends(
                    "council.officer",
                    reference,
                    PLACE.replace("\"incident\":{\"place\":\"Station Close, Hatfield\"}", ""))
                .errors())
        .containsExactly("change:nothing-changed");
    assertThat(
            amends(
                    "council.officer",
                    reference,
                    PLACE.replace(
                        "\"incident\":",
                        "\"urgency\":\"HIGH\",\"needs\":{\"wish\":\"UNASKED\"},\"incident\":"))
                .errors())
        .contains("urgency:not-amendable", "needs.wish:not-amendable");
    String receiversTag = api.get("police.hco", path).etag();
    String stale = api.get("council.officer", path).etag();
    owner.breakGlass(reference, "nhs.safeguarding");
    Answer amended = amends("council.officer", reference, PLACE);
    assertThat(amended.status()).as(amended.body()).isEqualTo(200);
    assertThat(amended.text("/incident/place")).isEqualTo("Station Close, Hatfield");
    assertThat(amended.text("/state")).isEqualTo("RECEIVED");
    assertThat(api.post("council.officer", path + "/amendments", PLACE, "If-Match", stale).status())
        .as("somebody was faster")
        .isEqualTo(412);
    assertThat(api.post("council.officer", path + "/amendments", PLACE).status()).isEqualTo(428);
    assertThat(api.get("police.hco", path).etag()).isNotEqualTo(receiversTag);

    Answer versions = api.get("police.hco", path + "/versions");
    assertThat(versions.text("/items/0/dataClass")).isEqualTo("D5");
    assertThat(versions.text("/items/0/number")).isEqualTo("2");
    assertThat(versions.text("/items/0/fields/0/field")).isEqualTo("incident.place");
    assertThat(versions.text("/items/0/fields/0/was"))
        .isEqualTo(referrals.complete().at("/incident/place").asText());
    assertThat(versions.text("/items/0/fields/0/now")).isEqualTo("Station Close, Hatfield");
    assertThat(versions.text("/receipts/0/agency")).isEqualTo("HERTS-POLICE");
    assertThat(told("police.hco", reference)).contains("REFERRAL_CORRECTED");
    assertThat(ledger.classes(reference)).contains("ALTER D5", "DISCLOSE D5");

    assertThat(confirms("council.officer", reference).code()).isEqualTo("not-permitted");
    Answer confirmed = confirms("police.hco", reference);
    assertThat(confirmed.text("/receipts/0/acknowledgedAt")).isNotEmpty();
    assertThat(confirms("police.hco", reference).code()).isEqualTo("nothing-to-confirm");
    assertThat(api.get("council.officer", path + "/versions").text("/receipts/0/acknowledgedAt"))
        .isNotEmpty();
    assertThat(told("nhs.safeguarding", reference)).contains("REFERRAL_CORRECTED");
    assertThat(confirms("nhs.safeguarding", reference).texts("/receipts"))
        .as("whoever only was given sight of it confirms for their agency")
        .hasSize(1);
    assertThat(api.get("council2.officer", path + "/versions").status()).isEqualTo(404);
    assertThat(api.post("council2.officer", path + "/amendments", PLACE).status()).isEqualTo(404);
    assertThat(confirms("council2.officer", reference).status()).isEqualTo(404);

    // where it went on to is told too, and whoever sent it first learns nothing of that
    String child = referrals.moved("police.hco", reference, REDIRECT).text("/related/0/reference");
    owner.letCategoryEnd(reference);
    Answer again =
        amends("council.officer", reference, PLACE.replace("Station Close", "Station Road"));
    assertThat(again.status()).as(again.body()).isEqualTo(200);
    assertThat(told("btp.hco", child)).contains("REFERRAL_CORRECTED");
    assertThat(
            api.get("btp.hco", "/api/referrals/" + child + "/versions").text("/receipts/0/agency"))
        .isEqualTo("BTP");
    assertThat(api.get("council.officer", path + "/versions").body()).doesNotContain("BTP");
    // once the content is gone from there, nothing is disclosed, and what they noted is corrected
    // all the same
    owner.letContentEnd(reference);
    assertThat(confirms("police.hco", reference).status()).isEqualTo(200);
    long disclosures = owner.count("disclosure");
    Answer late = amends("council.officer", reference, PLACE.replace("Close", "Lane"));
    assertThat(late.status()).as(late.body()).isEqualTo(200);
    assertThat(owner.count("disclosure")).isEqualTo(disclosures);
    assertThat(confirms("police.hco", reference).status()).isEqualTo(200);
    assertThat(owner.count("visibility_differences()")).isZero();
  }

  @Test
  void whoeverDoesNotSeeAClassDoesNotLearnThatItWasAmended() {
    ObjectNode content = referrals.complete();
    Referrals.patient(content);
    content.withObject("/clinical").put("detail", "A broken wrist.");
    String reference =
        referrals
            .moved(
                "nhs.practitioner",
                referrals.draft("nhs.practitioner", content).reference(),
                "{\"move\":\"submit\"}")
            .reference();
    String path = "/api/referrals/" + reference;
    Answer before = api.get("police.hco", path);
    Answer amended =
        amends(
            "nhs.practitioner",
            reference,
            "{\"reason\":\"NEW_INFORMATION\",\"text\":\"From the X-ray.\",\"change\":{\"clinical\":{\"detail\":"
                + "\"A bruised wrist.\"}}}");
    assertThat(amended.status()).as(amended.body()).isEqualTo(200);
    Answer after = api.get("police.hco", path);
    assertThat(after.etag()).isEqualTo(before.etag());
    assertThat(after.body()).isEqualTo(before.body());
    assertThat(api.get("police.hco", path + "/versions").body()).doesNotContain("X-ray", "D13");
    assertThat(told("police.hco", reference)).doesNotContain("REFERRAL_CORRECTED");
    assertThat(api.get("nhs.practitioner", path + "/versions").items("dataClass"))
        .containsExactly("D13");
    assertThat(ledger.classes(reference)).contains("ALTER D13").doesNotContain("DISCLOSE D13");

    String change =
        "{\"reason\":\"NEW_INFORMATION\",\"text\":\"x\",\"change\":{\"clinical\":{%s}}}";
    assertThat(
            amends("nhs.practitioner", reference, change.formatted("\"capacity\":null")).errors())
        .as("what it could not have been sent without")
        .containsExactly("clinical.capacity:required");
    String tag = api.get("nhs.practitioner", path).etag();
    List<Integer> both =
        Stream.of("A sprain.", "A fracture.")
            .map(
                detail ->
                    CompletableFuture.supplyAsync(
                        () ->
                            api.post(
                                    "nhs.practitioner",
                                    path + "/amendments",
                                    change.formatted("\"detail\":\"" + detail + "\""),
                                    "If-Match",
                                    tag)
                                .status()))
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .toList();
    assertThat(both).as("none is lost").containsExactlyInAnyOrder(200, 412);
  }

  private Answer confirms(String user, String reference) {
    String versions = "/api/referrals/" + reference + "/versions";
    String shown =
        StreamSupport.stream(api.get(user, versions).json().path("receipts").spliterator(), false)
            .filter(receipt -> receipt.path("acknowledgedAt").isMissingNode())
            .map(receipt -> receipt.path("amendment").toString())
            .collect(Collectors.joining(","));
    return api.post(user, versions + "/acknowledgement", "{\"corrections\":[" + shown + "]}");
  }

  private Answer amends(String user, String reference, String body) {
    String path = "/api/referrals/" + reference;
    return api.post(user, path + "/amendments", body, "If-Match", api.get(user, path).etag());
  }

  private List<String> told(String user, String reference) {
    return StreamSupport.stream(
            api.get(user, "/api/notices").json().get("items").spliterator(), false)
        .filter(notice -> notice.path("reference").asText().equals(reference))
        .map(notice -> notice.get("kind").asText())
        .toList();
  }
}
