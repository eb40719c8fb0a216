package uk.concordat.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What has to be unique, or is there already, tells nobody of what they do not see. */
@ExtendWith(ApiExtension.class)
class SideDoorKeysIT {
  private final Api api;
  private final Referrals referrals;
  private final StaffDirectory directory;
  private final DatabaseOwner owner;
  private final LedgerRows ledger;

  SideDoorKeysIT(Api api, StaffDirectory directory, DatabaseOwner owner, LedgerRows ledger) {
    this.api = api;
    this.directory = directory;
    this.owner = owner;
    this.ledger = ledger;
    referrals = new Referrals(api);
  }

  /** The key stands for a record that its maker was excluded from meanwhile. */
  @Test
  void anIdempotencyKeyIsNoWayBackToARecord() {
    String sender = directory.joins("WELHAT-COUNCIL/community-safety", "council-officer");
    String content = referrals.complete().toString();
    Answer first = create(sender, content, "side-door");
    referrals.moved(sender, first.reference(), "{\"move\":\"submit\"}");
    assertThat(create(sender, content, "side-door").reference()).isEqualTo(first.reference());
    owner.exclude(first.reference(), sender);
    Answer again = create(sender, content, "side-door");
    assertThat(again.status()).as(again.body()).isEqualTo(404);
    assertThat(again.body())
        .isEqualTo(api.get(sender, "/api/referrals/" + HiddenRecords.UNKNOWN).body());
    assertThat(ledger.refused(sender)).first().isEqualTo("referral.create not-visible");
    assertThat(api.listed(sender)).doesNotContain(first.reference());
    assertThat(api.get(sender, "/api/referrals?box=drafts").items("reference")).isEmpty();
  }

  @Test
  void excludingSomebodyTwiceSaysNothingOfTheFirstTime() {
    String colleague = officer();
    String address = "/api/referrals/" + referrals.received().reference() + "/exclusions";
    String body = "{\"username\":\"%s\",\"reason\":\"RELATIVE\"}".formatted(colleague);
    Answer first = api.post("police.hco", address, body);
    Answer second = api.post("police.lead", address, body.replace("RELATIVE", "VICTIM"));
    assertThat(List.of(first.status(), second.status())).containsOnly(204);
    assertThat(api.get("police.hco", address).items("reason")).containsExactly("RELATIVE");
  }

  @Test
  void aProposalOfOthersIsNoAgreementAtAll() {
    var agreements = new Agreements(api);
    String governance = directory.joinsGovernance("STEVENAGE-COUNCIL");
    Answer proposed =
        agreements.proposed(governance, agreements.proposal("BTP", List.of("D1"), List.of("D1")));
    String stranger = directory.joinsGovernance("COLNE-VALLEY-NHS");
    String nowhere = "/api/agreements/ISA-999999/versions/1";
    for (String below : List.of("", "/preview")) {
      Answer theirs = api.get(stranger, Agreements.path(proposed) + below);
      assertThat(theirs.status()).isEqualTo(404);
      assertThat(theirs.body()).isEqualTo(api.get(stranger, nowhere + below).body());
    }
    for (String move : List.of("sign", "refuse", "withdraw", "end")) {
      String body = "{\"move\":\"%s\",\"reason\":\"x\"}".formatted(move);
      for (String tag : List.of("\"v1\"", "\"v9\"", "v1")) {
        assertThat(
                api.post(stranger, Agreements.path(proposed) + "/moves", body, "If-Match", tag)
                    .body())
            .isEqualTo(api.post(stranger, nowhere + "/moves", body, "If-Match", tag).body())
            .contains("not-found");
      }
    }
    assertThat(next(agreements, stranger, proposed.text("/code")).body())
        .isEqualTo(next(agreements, stranger, "ISA-999999").body())
        .contains("not-found");
    assertThat(api.get(stranger, "/api/agreements").body()).doesNotContain(proposed.text("/code"));
    Answer twice = next(agreements, governance, proposed.text("/code"), "BTP");
    assertThat(twice.code()).isEqualTo("open-proposal");
    assertThat(ledger.refused(governance)).containsExactly("agreement.propose open-proposal");
    agreements.moved(governance, proposed, "{\"move\":\"withdraw\"}");
  }

  private String officer() {
    String username = directory.joins("HERTS-POLICE/hate-crime-unit", "hate-crime-officer");
    assertThat(api.get(username, "/api/me").status()).isEqualTo(200);
    return username;
  }

  private Answer create(String user, String content, String key) {
    return api.post(user, "/api/referrals", content, "Idempotency-Key", key);
  }

  private Answer next(Agreements agreements, String user, String code) {
    return next(agreements, user, code, "HERTS-POLICE");
  }

  private Answer next(Agreements agreements, String user, String code, String other) {
    ObjectNode proposal = agreements.proposal(other, List.of("D1"), List.of("D1"));
    return api.post(user, "/api/agreements", proposal.put("code", code));
  }
}
