package uk.concordat.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** The crime that a force records for a referral that it took on. */
@ExtendWith(ApiExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CrimeIT {
  private final Api api;
  private final LedgerRows ledger;
  private final Referrals referrals;
  private final DatabaseOwner owner;
  private final Visitors visitors;
  private String reference;

  CrimeIT(Api api, LedgerRows ledger, DatabaseOwner owner, Visitors visitors) {
    this.api = api;
    this.ledger = ledger;
    this.owner = owner;
    this.visitors = visitors;
    referrals = new Referrals(api);
  }

  @BeforeAll
  void takenOn() {
    reference = referrals.taken("police.officer");
  }

  @Test
  void whoeverWorksOnItRecordsOneAndTheSenderLearnsItsNumber() {
    Answer recorded = record("police.officer", crime("41/900001/26"));
    assertThat(recorded.status()).as(recorded.body()).isEqualTo(201);
    assertThat(recorded.text("/items/0/detail/homeOfficeClass")).isEqualTo("008/55");
    assertThat(recorded.text("/items/0/detail/late")).isEqualTo("true");
    assertThat(recorded.body()).contains("\"RAC\"", "\"REL\"");

    Answer told = api.get("council.officer", address());
    assertThat(told.items("reference")).contains("41/900001/26");
    assertThat(told.body()).doesNotContain("detail", "8M", "RAC");
    assertThat(api.get("btp.hco", address()).status()).isEqualTo(404);
    assertThat(api.get("police.governance", address()).status()).isEqualTo(404);
    assertThat(ledger.operations(reference))
        .contains("COLLECT crime.record police-officer", "DISCLOSE crime.record police-officer");
    assertThat(ledger.classes(reference))
        .contains("COLLECT D5", "DISCLOSE D16", "CONSULT D16,D5", "CONSULT D16");

    Answer trail = api.get("council.officer", "/api/referrals/" + reference + "/trail");
    assertThat(told(trail, "crime.record")).containsOnly("DISCLOSE");
    assertThat(trail.body()).doesNotContain("casework.read");

    assertThat(record("police.officer", crime("41/900001/26")).errors())
        .containsExactly("reference:recorded-already");
    assertThat(api.post("police.officer", address(), crime("41/900009/26")).status())
        .isEqualTo(428);
    assertThat(
            api.post("police.officer", address(), crime("41/900009/26"), "If-Match", "\"v9.9.9\"")
                .status())
        .isEqualTo(412);
  }

  @Test
  void whatIsWrongIsSaidAtOnce() {
    assertThat(record("police.hco", "{}").errors())
        .containsExactly(
            "reference:required",
            "reportedOn:required",
            "recordedOn:required",
            "offenceClass:required",
            "strands:required");
    String wrong =
        """
        {"reference":"42/1/26","reportedOn":"2026-11-18","recordedOn":"2026-11-17",
         "offenceClass":"8Z","homeOfficeClass":"8M","offenceCode":"MD7110","strands":["UNK"]}
        """;
    assertThat(record("police.hco", wrong).errors())
        .containsExactly(
            "reference:invalid",
            "recordedOn:before-report",
            "offenceClass:unknown",
            "homeOfficeClass:invalid",
            "offenceCode:invalid",
            "strands:unknown");
    LocalDate tomorrow = LocalDate.now().plusDays(2);
    assertThat(
            record("police.hco", crime("41/900002/26").replace("2026-11-20", tomorrow.toString()))
                .errors())
        .containsExactly("recordedOn:in-the-future");
  }

  @Test
  void itIsForThoseWhoWorkOnIt() {
    assertThat(record("council.officer", crime("41/900003/26")).status()).isEqualTo(403);
    assertThat(record("btp.hco", crime("41/900003/26")).status()).isEqualTo(404);
    Answer lead = record("police.lead", crime("41/900004/26"));
    assertThat(lead.status()).as(lead.body()).isEqualTo(201);
    assertThat(ledger.refused("council.officer")).contains("crime.record role-lacks-action");
    assertThat(ledger.refused("btp.hco")).contains("crime.record not-visible");

    String other = referrals.taken("police.hco");
    String crimes = "/api/referrals/" + other + "/crimes";
    String etag = api.get("police.officer", crimes).etag();
    Answer notTheirs = api.post("police.officer", crimes, crime("41/900003/26"), "If-Match", etag);
    assertThat(notTheirs.status()).isEqualTo(409);
    assertThat(notTheirs.code()).isEqualTo("not-permitted");
    assertThat(ledger.refusals(other)).contains("crime.record not-permitted police-officer");
    owner.exclude(other, "police.lead");
    assertThat(api.get("police.lead", crimes).status()).isEqualTo(404);
    assertThat(api.post("police.lead", crimes, crime("41/900003/26"), "If-Match", etag).status())
        .isEqualTo(404);

    String early = referrals.received().reference();
    String before = "/api/referrals/" + early + "/crimes";
    Answer tooEarly =
        api.post(
            "police.hco",
            before,
            crime("41/900003/26"),
            "If-Match",
            api.get("police.hco", before).etag());
    assertThat(tooEarly.status()).isEqualTo(409);
    assertThat(tooEarly.code()).isEqualTo("impossible-move");
  }

  @Test
  void aStrandIsNeverRemovedButSaidToBeAMistake() {
    record("police.hco", crime("41/900005/26"));
    Answer now = api.get("police.hco", address());
    String id =
        now.json().path("items").findValues("id").get(indexOf(now, "41/900005/26")).asText();
    assertThat(restrand(id, "{\"strand\":\"REL\",\"mistake\":\" \"}").errors())
        .containsExactly("mistake:required");
    assertThat(restrand(id, "{}").errors()).containsExactly("strand:required");
    assertThat(restrand(id, "{\"strand\":\"REL\"}").errors())
        .containsExactly("strand:recorded-already");
    Answer mistaken =
        restrand(id, "{\"strand\":\"REL\",\"mistake\":\"It was entered for another crime.\"}");
    assertThat(mistaken.status()).as(mistaken.body()).isEqualTo(200);
    assertThat(mistaken.body()).contains("It was entered for another crime.");
    assertThat(restrand(id, "{\"strand\":\"REL\",\"mistake\":\"Again.\"}").errors())
        .containsExactly("strand:not-recorded");
    assertThat(restrand(id, "{\"strand\":\"REL\"}").status()).isEqualTo(200);
    assertThat(restrand("unknown", "{\"strand\":\"DIS\"}").status()).isEqualTo(404);
    assertThat(ledger.operations(reference)).contains("ALTER crime.record hate-crime-officer");
  }

  @Test
  void thePortalShowsEachWhatIsTheirs() {
    record("police.hco", crime("41/900006/26"));
    Visitor officer = visitors.signedIn("police.officer");
    String page = officer.get("/referral/referral.xhtml?ref=" + reference).body();
    assertThat(page).contains("41/900006/26", "Harassment, racially", "Record a crime");
    assertThat(officer.get("/casework/crime.xhtml?ref=" + reference).body())
        .contains("41/900001/26", "value=\"RAC\" checked");
    String id = api.get("police.officer", address()).text("/items/0/id");
    String strand = "/casework/strand.xhtml?ref=" + reference + "&crime=";
    assertThat(officer.get(strand + id).status()).isEqualTo(200);
    assertThat(officer.get(strand + "x").status()).isEqualTo(404);
    assertThat(
            visitors
                .signedIn("council.officer")
                .get("/casework/crime.xhtml?ref=" + reference)
                .status())
        .as("nobody types what they could not keep")
        .isEqualTo(404);
    String sender =
        visitors
            .signedIn("council.officer")
            .get("/referral/referral.xhtml?ref=" + reference)
            .body();
    assertThat(sender)
        .contains("41/900006/26")
        .doesNotContain("Harassment, racially", "Record a crime", "Recorded as hate on");
  }

  private static List<String> told(Answer trail, String action) {
    List<String> verbs = new ArrayList<>();
    trail
        .json()
        .path("items")
        .forEach(
            entry -> {
              if (entry.path("action").asText().equals(action)) {
                verbs.add(entry.path("verb").asText());
              }
            });
    return verbs;
  }

  private int indexOf(Answer crimes, String number) {
    return crimes.items("reference").indexOf(number);
  }

  private Answer restrand(String id, String body) {
    return api.post(
        "police.hco",
        address() + "/" + id + "/strands",
        body,
        "If-Match",
        api.get("police.hco", address()).etag());
  }

  private Answer record(String user, String body) {
    String etag = api.get(user, address()).header("ETag").orElse("\"v0\"");
    return api.post(user, address(), body, "If-Match", etag);
  }

  private String address() {
    return "/api/referrals/" + reference + "/crimes";
  }

  private static String crime(String number) {
    return """
        {"reference":"%s","reportedOn":"2026-11-18","recordedOn":"2026-11-20","offenceClass":"8M",
         "homeOfficeClass":"8/55","offenceCode":"zz26001","strands":["RAC","REL"]}
        """
        .formatted(number);
  }
}
