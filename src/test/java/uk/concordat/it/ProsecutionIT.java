package uk.concordat.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** The file of the police, the review of it, and who sees what of either. */
@ExtendWith(ApiExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProsecutionIT {
  private final Api api;
  private final LedgerRows ledger;
  private final StaffDirectory directory;
  private final DatabaseOwner owner;
  private final CaseFiles files;

  ProsecutionIT(Api api, LedgerRows ledger, StaffDirectory directory, DatabaseOwner owner) {
    this.api = api;
    this.ledger = ledger;
    this.owner = owner;
    this.directory = directory;
    files = new CaseFiles(api);
    List.of("cps.prosecutor", "cps.prosecutor2", "cps.lead").forEach(api::subject);
  }

  @Test
  void whatLacksIsSaidAllAtOnce() {
    String reference = files.started();
    Answer refused = files.move("police.hco", reference, "{\"move\":\"submit\"}");
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.errors())
        .containsExactly(
            "answers.ACCOUNT:required",
            "answers.RECORDED_AS_HATE:required",
            "answers.PERCEIVED_BY:required",
            "answers.HOSTILITY:required",
            "answers.WILLINGNESS:required",
            "charges.1:required");
    assertThat(files.read("police.hco", reference).text("/file/urn")).isEqualTo("41ZZ0000126");
  }

  @Test
  void prosecutorsSeeNothingOfAFileBeforeItIsSubmitted() {
    String reference = files.complete();
    assertThat(files.read("cps.prosecutor", reference).body()).doesNotContain("Ivo Darvell", "urn");
    files.moved("police.hco", reference, "{\"move\":\"submit\"}");
    Answer seen = files.read("cps.prosecutor", reference);
    assertThat(seen.text("/file/defendants/0/name")).isEqualTo("Ivo Darvell");
    assertThat(seen.text("/file/defendants/0/state")).isEqualTo("REFERRED");
    assertThat(files.put("police.hco", reference, "/answers/ACCOUNT", "{}").status())
        .as("it lies with the prosecutors now")
        .isEqualTo(409);
    assertThat(files.read("btp.hco", reference).status()).isEqualTo(404);
    assertThat(files.read("council.officer", reference).status()).isEqualTo(404);
    assertThat(files.read("cps.reviewer", reference).status()).isEqualTo(404);
    assertThat(ledger.operations(reference))
        .contains(
            "ALTER file.prepare hate-crime-officer",
            "DISCLOSE file.prepare hate-crime-officer",
            "CONSULT prosecution.read cps-prosecutor");
  }

  @Test
  void aFileThatIsNotCompleteGoesBackWithWhatIsMissing() {
    String reference = files.complete();
    files.moved("police.hco", reference, "{\"move\":\"submit\"}");
    files.taken(reference, "cps.prosecutor");
    assertThat(files.move("cps.prosecutor", reference, "{\"move\":\"send-back\"}").errors())
        .containsExactly("asked:required");
    String back =
        "{\"move\":\"send-back\",\"asked\":[{\"item\":\"HOSTILITY\",\"words\":\"Who heard it?\"}]}";
    assertThat(files.move("police.hco", reference, back).status()).isEqualTo(409);
    files.moved("cps.prosecutor", reference, back);
    Answer police = files.read("police.hco", reference);
    assertThat(police.text("/asked/0/words")).isEqualTo("Who heard it?");
    assertThat(police.text("/file/defendants/0/state")).isEqualTo("INADEQUATE");
    assertThat(files.move("police.hco", reference, "{\"move\":\"resubmit\"}").errors())
        .containsExactly("asked:not-answered");
    CaseFiles.made(
        files.put("police.hco", reference, "/asked/1", "{\"done\":\"The manager did.\"}"));
    files.moved("police.hco", reference, "{\"move\":\"resubmit\"}");
    assertThat(files.read("cps.prosecutor", reference).text("/asked/0/done"))
        .isEqualTo("The manager did.");
    assertThat(files.move("cps.prosecutor", reference, back).status()).as("once").isEqualTo(409);
  }

  @Test
  void thePoliceReadTheDecisionAndNeverTheAdviceBehindIt() {
    String reference = files.underReview("cps.prosecutor");
    String decision = CaseFiles.charging(files.read("cps.prosecutor", reference));
    assertThat(files.post("cps.prosecutor2", reference, "/decisions", decision).status())
        .as("it is another's")
        .isEqualTo(409);
    assertThat(files.post("police.hco", reference, "/decisions", decision).status()).isEqualTo(403);
    CaseFiles.made(files.post("cps.prosecutor", reference, "/decisions", decision));
    Answer police = files.read("police.hco", reference);
    assertThat(police.text("/decisions/0/decision")).isEqualTo("CHARGE_FULL_CODE");
    assertThat(police.text("/decisions/0/told")).contains("footage");
    assertThat(police.text("/decisions/0/prosecuted/RAC")).isEqualTo("DEMONSTRATED");
    assertThat(police.text("/decisions/0/prosecuted/REL")).isEqualTo("NEITHER");
    assertThat(police.body()).doesNotContain("Privileged");
    assertThat(files.read("cps.prosecutor2", reference).body()).contains("Privileged words.");
    assertThat(files.read("cps.prosecutor", reference).text("/file/defendants/0/state"))
        .isEqualTo("CHARGE_AUTHORISED");
    assertThat(ledger.operations(reference))
        .contains("COLLECT review.decide cps-prosecutor", "DISCLOSE review.decide cps-prosecutor");
  }

  @Test
  void bothLimbsAreLookedAtAndATestBearsTheDecision() {
    String reference = files.underReview("cps.prosecutor");
    String defendant = files.read("cps.prosecutor", reference).text("/file/defendants/0/id");
    String bare = "{\"defendant\":\"%s\",\"decision\":\"CHARGE_FULL_CODE\"}".formatted(defendant);
    assertThat(files.post("cps.prosecutor", reference, "/decisions", bare).errors())
        .contains(
            "told:required",
            "test.kind:required",
            "hostility.RAC.DEMONSTRATED.provable:required",
            "hostility.REL.MOTIVATED.analysis:required",
            "charges:required");
  }

  @Test
  void stirringUpHatredWaitsForTheAttorneyGeneral() {
    String reference = files.complete();
    files.charged(reference, 0, "ZZ26201", "", null);
    files.moved("police.hco", reference, "{\"move\":\"submit\"}");
    files.taken(reference, "cps.prosecutor");
    files.moved("cps.prosecutor", reference, "{\"move\":\"take-in\"}");
    files.moved("cps.prosecutor", reference, "{\"move\":\"begin\"}");
    Answer file = files.read("cps.prosecutor", reference);
    String decision =
        CaseFiles.charging(file)
            .replace(file.text("/file/charges/0/id"), file.text("/file/charges/2/id"));
    assertThat(files.post("cps.prosecutor", reference, "/decisions", decision).errors())
        .containsExactly("charges.3:consent-needed");
    String consent = "{\"status\":\"%s\",\"on\":\"" + CaseFiles.day() + "\"}";
    assertThat(consent(reference, consent.formatted("GRANTED")).errors())
        .containsExactly("status:not-requested");
    CaseFiles.made(consent(reference, consent.formatted("REQUESTED")));
    assertThat(files.post("cps.prosecutor", reference, "/decisions", decision).errors())
        .containsExactly("charges.3:consent-needed");
    CaseFiles.made(consent(reference, consent.formatted("GRANTED")));
    CaseFiles.made(files.post("cps.prosecutor", reference, "/decisions", decision));
  }

  @Test
  void ofTwoProsecutorsTheSecondIsToldThatTheFirstWasFaster() {
    String reference = files.underReview("cps.prosecutor");
    String stale = files.read("cps.prosecutor", reference).etag();
    files.moved(
        "cps.prosecutor",
        reference,
        "{\"move\":\"action-plan\",\"asked\":[{\"words\":\"Ask the shop.\",\"dueOn\":\"%s\"}]}"
            .formatted(CaseFiles.day().plusDays(7)));
    Answer second =
        api.post(
            "cps.prosecutor",
            "/api/referrals/" + reference + "/file/moves",
            "{\"move\":\"early-advice\",\"asked\":[{\"words\":\"Go on.\"}]}",
            "If-Match",
            stale);
    assertThat(second.status()).isEqualTo(412);
  }

  @Test
  void whatWasWrittenDownIsChangedAsLongAsItLiesWithThePolice() {
    String reference = files.complete();
    String first =
        "/defendants/" + files.read("police.hco", reference).text("/file/defendants/0/id");
    String changed = "{\"name\":\"Ivo Venn\",\"pncId\":\"2016/0000123C\",\"held\":\"BAIL\"}";
    assertThat(files.put("police.hco", reference, first, changed).errors())
        .containsExactly("pncId:invalid");
    CaseFiles.made(files.put("police.hco", reference, first, changed.replace("3C", "3B")));
    Answer second = files.defendant(reference, "Wen Lovatt");
    CaseFiles.made(
        files.delete(
            "police.hco", reference, "/defendants/" + second.text("/file/defendants/1/id")));
    Answer victim =
        CaseFiles.made(
            files.post(
                "police.hco", reference, "/victims", "{\"name\":\"Uma Quill\",\"died\":false}"));
    assertThat(victim.text("/file/victims/0/number")).as("1 is the referral's").isEqualTo("2");
    CaseFiles.made(
        files.delete("police.hco", reference, "/victims/" + victim.text("/file/victims/0/id")));
    Answer file = files.read("police.hco", reference);
    assertThat(file.text("/file/defendants/0/name")).isEqualTo("Ivo Venn");
    assertThat(
            files
                .delete("police.hco", reference, "/charges/" + file.text("/file/charges/0/id"))
                .errors())
        .containsExactly("charge:has-alternative");
    CaseFiles.made(
        files.delete("police.hco", reference, "/charges/" + file.text("/file/charges/1/id")));
    assertThat(files.put("cps.prosecutor", reference, first, changed).status()).isEqualTo(403);
    assertThat(files.put("btp.hco", reference, first, changed).status()).isEqualTo(404);
    files.moved("police.hco", reference, "{\"move\":\"submit\"}");
    assertThat(files.delete("police.hco", reference, first).status()).isEqualTo(409);
  }

  @Test
  void thatTheyDoNotChargeIsForTheCpsToTell() {
    String reference = files.underReview("cps.prosecutor");
    String decision = CaseFiles.notCharging(files.read("cps.prosecutor", reference));
    CaseFiles.made(files.post("cps.prosecutor", reference, "/decisions", decision));
    assertThat(owed("cps.prosecutor", reference)).containsExactly("NOT_CHARGED");
    assertThat(owed("police.hco", reference)).as("it is the CPS's own").isEmpty();
    assertThat(carriedOut("police.hco", reference, CaseFiles.day()).status())
        .as("nothing was decided that the police do")
        .isEqualTo(409);
    assertThat(ledger.refusals(reference))
        .contains("file.prepare impossible-move hate-crime-officer");
  }

  @Test
  void thatTheyChargedIsForThePoliceToTellFromTheDayThatTheySay() {
    String reference = files.underReview("cps.prosecutor");
    String decision = CaseFiles.charging(files.read("cps.prosecutor", reference));
    CaseFiles.made(files.post("cps.prosecutor", reference, "/decisions", decision));
    assertThat(owed("police.hco", reference)).as("authorised is not charged").isEmpty();
    assertThat(carriedOut("cps.prosecutor", reference, CaseFiles.day()).status()).isEqualTo(403);
    assertThat(carriedOut("btp.hco", reference, CaseFiles.day()).status()).isEqualTo(404);
    assertThat(carriedOut("police.hco", reference, CaseFiles.day().minusDays(1)).errors())
        .containsExactly("on:before-decision");
    assertThat(carriedOut("police.hco", reference, CaseFiles.day().plusDays(1)).errors())
        .containsExactly("on:in-the-future");
    assertThat(ledger.refused("cps.prosecutor")).contains("file.prepare role-lacks-action");
    assertThat(ledger.refused("btp.hco")).contains("file.prepare not-visible");
    List<String> before = altered(reference);
    Answer said = CaseFiles.made(carriedOut("police.hco", reference, CaseFiles.day()));
    assertThat(altered(reference))
        .as("what was said is one entry, and what was refused before is none")
        .hasSize(before.size() + 1);
    assertThat(said.text("/file/defendants/0/carriedOut")).isEqualTo(CaseFiles.day().toString());
    assertThat(carriedOut("police.hco", reference, CaseFiles.day()).errors())
        .containsExactly("on:said-already");
    assertThat(owed("police.hco", reference)).containsExactly("CHARGE");
    assertThat(owed("cps.prosecutor", reference)).isEmpty();
  }

  @Test
  void aDayThatWasSaidWronglyIsCorrectedAndWhatHasToBeToldMovesWithIt() {
    String reference = charged();
    LocalDate today = CaseFiles.day();
    owner.row(
        "with moved as (update defendant set state_since = state_since - interval '7 days' where"
            + " referral = (select id from referral where reference = ?) returning 1) select count(*)"
            + " from moved",
        reference);
    String why = "The entry was for somebody else.";
    assertThat(corrected("police.hco", reference, today, why).errors())
        .containsExactly("on:not-said");
    CaseFiles.made(carriedOut("police.hco", reference, today.minusDays(6)));
    String due = obligation(reference, "due");
    assertThat(corrected("police.hco", reference, today.minusDays(6), why).errors())
        .containsExactly("on:nothing-changed");
    assertThat(corrected("police.hco", reference, today.minusDays(9), why).errors())
        .containsExactly("on:before-decision");
    assertThat(corrected("cps.prosecutor", reference, today, why).status()).isEqualTo(403);
    List<String> before = altered(reference);

    CaseFiles.made(corrected("police.hco", reference, today, why));
    Answer police = files.read("police.hco", reference);
    assertThat(police.text("/file/defendants/0/carriedOut")).isEqualTo(today.toString());
    assertThat(police.text("/corrections/0/was")).isEqualTo(today.minusDays(6).toString());
    assertThat(police.text("/corrections/0/reason")).isEqualTo(why);
    Answer prosecutor = files.read("cps.prosecutor", reference);
    assertThat(prosecutor.text("/file/defendants/0/carriedOut")).isEqualTo(today.toString());
    assertThat(prosecutor.json().at("/corrections").size()).as("it is the force's own").isZero();
    assertThat(altered(reference)).hasSize(before.size() + 1);
    assertThat(owed("police.hco", reference)).as("one duty, not two").containsExactly("CHARGE");
    assertThat(obligation(reference, "due")).isGreaterThan(due);
    assertThat(obligation(reference, "wasDue")).isEqualTo(due);
  }

  private String obligation(String reference, String field) {
    return api.get("police.hco", "/api/referrals/" + reference + "/obligations")
        .text("/items/0/" + field);
  }

  private Answer corrected(String user, String reference, LocalDate on, String reason) {
    String id = files.read("police.hco", reference).text("/file/defendants/0/id");
    return files.put(
        user,
        reference,
        "/defendants/" + id + "/carried-out",
        "{\"on\":\"" + on + "\",\"reason\":\"" + reason + "\"}");
  }

  @Test
  void victimLiaisonReadsWhomToTellAndHowAndNoMore() {
    String liaison =
        directory.joins("CPS-THAMES-CHILTERN/hate-crime-prosecutors", "victim-liaison");
    api.subject(liaison);
    String reference = files.complete();
    CaseFiles.made(
        files.post(
            "police.hco",
            reference,
            "/victims",
            """
            {"name":"Uma Quill","died":true,"spokesperson":"Odo Quill","safeContact":"By post only."}"""));
    assertThat(files.read(liaison, reference).body())
        .as("it was not submitted")
        .doesNotContain("Quill", "urn");
    files.moved("police.hco", reference, "{\"move\":\"submit\"}");
    for (String user : List.of(liaison, "police.liaison")) {
      Answer seen = files.read(user, reference);
      assertThat(seen.text("/file/victims/0/spokesperson")).as(user).isEqualTo("Odo Quill");
      assertThat(seen.text("/file/victims/0/safeContact")).isEqualTo("By post only.");
      assertThat(seen.text("/file/defendants/0/state")).isEqualTo("REFERRED");
      assertThat(seen.json().at("/file/answers").has("WILLINGNESS")).isTrue();
      assertThat(seen.json().at("/file/answers").has("ACCOUNT")).isFalse();
      assertThat(seen.json().at("/file/charges").size()).isZero();
      assertThat(seen.body()).doesNotContain("Darvell", "2016/0000123B", "ZZ26104");
      assertThat(
              files.post(user, reference, "/victims", "{\"name\":\"X\",\"died\":false}").status())
          .isEqualTo(403);
    }
    assertThat(ledger.operations(reference)).contains("CONSULT prosecution.read victim-liaison");
  }

  @Test
  void whoIsAddedToAFileThatWentBackIsSeenOnceItIsSubmittedAgain() {
    String reference = files.complete();
    files.moved("police.hco", reference, "{\"move\":\"submit\"}");
    files.taken(reference, "cps.prosecutor");
    files.moved(
        "cps.prosecutor",
        reference,
        "{\"move\":\"send-back\",\"asked\":[{\"words\":\"Who else was there?\"}]}");
    String before = files.read("cps.prosecutor", reference).etag();
    files.defendant(reference, "Wen Lovatt");
    files.charged(reference, 1, "ZZ26004", "", null);
    Answer meanwhile = files.read("cps.prosecutor", reference);
    assertThat(meanwhile.body()).doesNotContain("Lovatt", "PREPARING");
    assertThat(meanwhile.json().at("/file/charges").size()).isEqualTo(2);
    assertThat(meanwhile.etag()).as("nor does the version tell of it").isEqualTo(before);
    CaseFiles.made(files.put("police.hco", reference, "/asked/1", "{\"done\":\"One more.\"}"));
    files.moved("police.hco", reference, "{\"move\":\"resubmit\"}");
    Answer again = files.read("cps.prosecutor", reference);
    assertThat(again.text("/file/defendants/0/state")).isEqualTo("RESUBMITTED");
    assertThat(again.text("/file/defendants/1/state")).isEqualTo("REFERRED");
    assertThat(again.text("/file/defendants/1/name")).isEqualTo("Wen Lovatt");
  }

  @Test
  void neitherAnEmergencyNorAGrantOpensAdvice() {
    String reference = charged();
    for (boolean emergency : List.of(true, false)) {
      String other = directory.joins("CPS-THAMES-CHILTERN", "cps-prosecutor");
      api.subject(other);
      assertThat(files.read(other, reference).status()).as("of no unit").isEqualTo(404);
      if (emergency) {
        owner.breakGlass(reference, other);
      } else {
        owner.grant(reference, other);
      }
      Answer seen = files.read(other, reference);
      assertThat(seen.text("/file/defendants/0/name")).isEqualTo("Ivo Darvell");
      assertThat(seen.body()).doesNotContain("Privileged", "footage");
      assertThat(seen.json().at("/decisions").size()).isZero();
      assertThat(files.post(other, reference, "/decisions", "{}").status()).isEqualTo(400);
      String decision = CaseFiles.charging(files.read("cps.prosecutor", reference));
      assertThat(files.post(other, reference, "/decisions", decision).status()).isEqualTo(409);
    }
  }

  @Test
  void whoIsKeptAwayFromTheReferralIsKeptAwayFromItsFile() {
    String reference = charged();
    List<String> strangers =
        List.of("police.governance", "cps.governance", "cps.admin", "cps.reviewer", "btp.hco");
    for (String user : strangers) {
      refused(user, reference);
    }
    owner.exclude(reference, "cps.prosecutor2");
    refused("cps.prosecutor2", reference);
    String colleague =
        directory.joins("CPS-THAMES-CHILTERN/hate-crime-prosecutors", "cps-prosecutor");
    assertThat(files.read(colleague, reference).body()).contains("Privileged words.");
    Answer restricted =
        api.send(
            "PUT",
            "/api/referrals/" + reference + "/restriction",
            api.token("cps.lead"),
            "{\"names\":[\"cps.prosecutor\"]}",
            "Content-Type",
            "application/json");
    assertThat(restricted.status()).as(restricted.body()).isEqualTo(200);
    refused(colleague, reference);
    refused("police.liaison", reference);
    assertThat(files.read("cps.prosecutor", reference).body()).contains("Privileged words.");
    assertThat(ledger.refused(colleague)).contains("referral.read not-visible");
  }

  @Test
  void sqlInATextOfAFileIsKeptAsTheTextThatItIs() {
    String sql = "'; UPDATE staff SET display_name = 'INJECTED'; SELECT pg_sleep(20); --";
    String reference = files.complete();
    files.defendant(reference, sql);
    CaseFiles.made(
        files.post(
            "police.hco",
            reference,
            "/victims",
            "{\"name\":\"%s\",\"died\":false,\"safeContact\":\"%s\"}".formatted(sql, sql)));
    String words = "{\"status\":\"THERE\",\"words\":\"%s\"}".formatted(sql);
    CaseFiles.made(files.put("police.hco", reference, "/answers/ACCOUNT", words));
    Answer file = files.read("police.hco", reference);
    assertThat(file.text("/file/defendants/1/name")).isEqualTo(sql);
    assertThat(file.text("/file/victims/0/name")).isEqualTo(sql);
    assertThat(file.text("/file/victims/0/safeContact")).isEqualTo(sql);
    assertThat(file.text("/file/answers/ACCOUNT/words")).isEqualTo(sql);
    assertThat(owner.count("staff where display_name = 'INJECTED'")).isZero();
  }

  @Test
  void afterARecallTheFileIsThePolicesAlone() {
    String reference = charged();
    api.move(
        "police.lead",
        reference,
        "{\"move\":\"recall\",\"reason\":\"WRONG_AGENCY\",\"text\":\"It was mistyped.\"}");
    refused("cps.prosecutor", reference);
    refused("cps.lead", reference);
    assertThat(carriedOut("police.hco", reference, CaseFiles.day()).status())
        .as("everything waits")
        .isEqualTo(409);
    assertThat(files.read("police.hco", reference).text("/file/defendants/0/name"))
        .isEqualTo("Ivo Darvell");
  }

  /** A file on which a charge was authorised, with advice behind it. */
  private String charged() {
    String reference = files.underReview("cps.prosecutor");
    String decision = CaseFiles.charging(files.read("cps.prosecutor", reference));
    CaseFiles.made(files.post("cps.prosecutor", reference, "/decisions", decision));
    return reference;
  }

  private void refused(String user, String reference) {
    assertThat(files.read(user, reference).status()).as(user).isEqualTo(404);
    String move = "{\"move\":\"take-in\"}";
    assertThat(files.move(user, reference, move).status()).as(user).isIn(403, 404);
  }

  /** What of the state of the review, which is D1, the police changed after it was submitted. */
  private List<String> altered(String reference) {
    return ledger.by(
        "police.hco",
        "e.permitted and e.verb = 'ALTER' and e.action = 'file.prepare' and e.data_classes = '{D1}'",
        reference);
  }

  private List<String> owed(String user, String reference) {
    return api.get(user, "/api/referrals/" + reference + "/obligations").items("rule");
  }

  private Answer carriedOut(String user, String reference, LocalDate on) {
    String id = files.read("police.hco", reference).text("/file/defendants/0/id");
    return files.put(
        user, reference, "/defendants/" + id + "/carried-out", "{\"on\":\"" + on + "\"}");
  }

  private Answer consent(String reference, String body) {
    return files.put("cps.prosecutor", reference, "/decisions/consent", body);
  }
}
