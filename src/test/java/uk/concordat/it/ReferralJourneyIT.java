package uk.concordat.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The first referral travels, as a script with curl would make it travel. */
@ExtendWith(ApiExtension.class)
class ReferralJourneyIT {
  private static final List<String> OUTSIDERS =
      List.of("council2.officer", "nhs.practitioner", "btp.hco", "board.analyst", "tprc.reporter");

  private final Api api;
  private final Referrals referrals;

  ReferralJourneyIT(Api api) {
    this.api = api;
    referrals = new Referrals(api);
  }

  @Test
  void travelsFromCouncilToPolice() {
    Answer draft = referrals.draft();
    String reference = draft.reference();
    String address = "/api/referrals/" + reference;
    assertThat(draft.text("/state")).isEqualTo("DRAFT");
    assertThat(draft.header("Location").orElseThrow()).endsWith(address);
    assertThat(draft.texts("/moves")).containsExactly("discard", "submit");
    assertThat(api.get("council.officer", address).json()).isEqualTo(draft.json());
    assertThat(api.get("police.hco", address).status()).isEqualTo(404);
    assertThat(api.get("council.lead", address).status()).isEqualTo(404);

    Answer sent =
        api.post(
            "council.officer",
            address + "/moves",
            "{\"move\":\"submit\"}",
            "If-Match",
            draft.etag());
    assertThat(sent.status()).as(sent.body()).isEqualTo(200);
    assertThat(sent.text("/state")).isEqualTo("SUBMITTED");
    assertThat(sent.text("/due/step")).isEqualTo("ACKNOWLEDGE");
    assertThat(sent.etag()).isNotEqualTo(draft.etag());

    Answer received =
        referrals.moved("police.hco", reference, "{\"move\":\"acknowledge\",\"conflict\":false}");
    assertThat(received.text("/state")).isEqualTo("RECEIVED");
    assertThat(received.text("/person/name")).isEqualTo("Samira Rahman");
    assertThat(received.texts("/moves"))
        .containsExactly("ask", "accept", "reject", "redirect", "duplicate");

    // every officer of a force that takes part reads it, but only the hate crime unit decides
    assertThat(api.get("police.officer", address).texts("/moves")).isEmpty();
    Answer accepted =
        referrals.moved(
            "police.hco", reference, "{\"move\":\"accept\",\"assignee\":\"police.officer\"}");
    assertThat(accepted.text("/state")).isEqualTo("ACCEPTED");
    assertThat(accepted.text("/due/step")).isEqualTo("FIRST_CONTACT");
    assertThat(api.get("police.officer", address).text("/incident/narrative")).isNotEmpty();
    assertThat(api.listed("police.officer")).containsOnlyOnce(reference);

    Answer atSender = api.get("council.officer", address);
    assertThat(atSender.json().get("history")).hasSize(3);
    assertThat(atSender.json().has("assignee")).isFalse();
  }

  @Test
  void isNothingToAnybodyElse() {
    Answer received = referrals.received();
    String address = "/api/referrals/" + received.reference();
    String nowhere = api.get("council.officer", "/api/referrals/HCR-2060-000001-X").body();
    List<String> bodies = new ArrayList<>();
    for (String outsider : OUTSIDERS) {
      bodies.add(refused(api.get(outsider, address)));
      bodies.add(refused(api.patch(outsider, address, "{}", "If-Match", received.etag())));
      bodies.add(refused(api.patch(outsider, address, "{}")));
      bodies.add(refused(api.patch(outsider, address, "{\"x\":1}", "If-Match", "*")));
      for (String move : List.of("submit", "acknowledge", "accept", "reject", "fly")) {
        String body = "{\"move\":\"%s\"}".formatted(move);
        bodies.add(refused(api.post(outsider, address + "/moves", body)));
        bodies.add(
            refused(api.post(outsider, address + "/moves", body, "If-Match", received.etag())));
      }
    }
    assertThat(bodies).allMatch(nowhere::equals);
  }

  @ParameterizedTest
  @ValueSource(strings = {"council2.officer", "nhs.practitioner", "btp.hco", "tprc.reporter"})
  void isInNoListOfAnybodyElse(String outsider) {
    String reference = referrals.received().reference();
    assertThat(api.listed(outsider)).doesNotContain(reference);
    assertThat(api.get(outsider, "/api/referrals?reference=" + reference).items("reference"))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"board.analyst", "board.governance", "council.admin"})
  void aRoleThatNeverListsIsToldSo(String user) {
    Answer list = api.get(user, "/api/referrals");
    assertThat(list.status()).isEqualTo(403);
    assertThat(list.code()).isEqualTo("action-not-allowed");
    Answer create = api.post(user, "/api/referrals", "{}");
    assertThat(create.status()).isEqualTo(403);
  }

  @Test
  void everybodyMayAskWhoTheyAre() {
    Answer me = api.get("council.officer", "/api/me");
    assertThat(me.text("/username")).isEqualTo("council.officer");
    assertThat(me.text("/agency")).isEqualTo("WELHAT-COUNCIL");
    assertThat(me.text("/role")).isEqualTo("council-officer");
    assertThat(me.texts("/actions")).contains("referral.create", "referral.decide");
    assertThat(api.get("board.analyst", "/api/me").texts("/actions"))
        .contains("session.read", "stats.view")
        .noneMatch(action -> action.startsWith("referral."));
  }

  private static String refused(Answer answer) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(404);
    return answer.body();
  }
}
