package uk.concordat.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import uk.concordat.stack.Waiting;

/** What the person harmed has to be told, by whom and by when. */
@ExtendWith(ApiExtension.class)
class ObligationIT {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final String OF =
      "victim_obligation o join referral r on r.id = o.referral and r.reference = '%s' and o.rule = '%s'";

  private final Api api;
  private final LedgerRows ledger;
  private final DatabaseOwner owner;
  private final StaffDirectory directory;
  private final Referrals referrals;

  ObligationIT(Api api, LedgerRows ledger, DatabaseOwner owner, StaffDirectory directory) {
    this.api = api;
    this.ledger = ledger;
    this.owner = owner;
    this.directory = directory;
    referrals = new Referrals(api);
  }

  @Test
  void whatThePoliceTakeOnIsAcknowledgedAndSupportedInWorkingDaysAndOnce() {
    String reference = referrals.received().reference();
    assertThat(rules("police.hco", reference)).as("nothing before it is accepted").isEmpty();
    referrals.moved(
        "police.hco", reference, "{\"move\":\"accept\",\"assignee\":\"police.officer\"}");
    assertThat(rules("police.hco", reference)).containsExactly("SUPPORT", "ACKNOWLEDGE");
    assertThat(dueAfter(reference, "SUPPORT", 2)).isEqualTo(1);
    assertThat(dueAfter(reference, "ACKNOWLEDGE", 5)).isEqualTo(1);

    String crimes = "/api/referrals/" + reference + "/crimes";
    Answer crime =
        api.post(
            "police.officer",
            crimes,
            """
            {"reference":"41/900031/26","reportedOn":"2026-11-18","recordedOn":"2026-11-20",
             "offenceClass":"8M","strands":["RAC"]}""",
            "If-Match",
            api.get("police.officer", crimes).etag());
    assertThat(crime.status()).as(crime.body()).isEqualTo(201);
    assertThat(rules("police.hco", reference)).as("it was reported once").hasSize(2);
  }

  @Test
  void aContactOfItsKindDischargesItAndNothingElseDoes() {
    String reference = referrals.taken("police.officer");
    contact("police.officer", reference, "UPDATE", told());
    contact("police.officer", reference, "SUPPORT", "\"result\":\"TRIED\",\"madeBy\":\"POST\"");
    contact("council.officer", reference, "SUPPORT", told());
    assertThat(results(reference)).as("another kind, an attempt, another agency").isEmpty();

    contact("police.officer", reference, "SUPPORT", told());
    contact(
        "police.officer",
        reference,
        "ACKNOWLEDGEMENT",
        "\"result\":\"EXEMPT\",\"exemption\":\"ASKED_NOT\"");
    Answer own = api.get("police.hco", address(reference));
    assertThat(own.text("/items/0/told/result")).isEqualTo("TOLD");
    assertThat(own.text("/items/0/told/madeBy")).isEqualTo("TELEPHONE");
    assertThat(own.text("/items/0/told/role")).isEqualTo("police-officer");
    assertThat(own.text("/items/1/told/exemption")).isEqualTo("ASKED_NOT");
  }

  @Test
  void anOutcomeIsToldWithinAWorkingDayOfItsDayAlsoWhereTheyKnewBefore() {
    String reference = referrals.taken("police.officer");
    referrals.moved("police.officer", reference, "{\"move\":\"start\"}");
    referrals.moved(
        "police.officer",
        reference,
        """
        {"move":"record-outcome","reason":"POLICE_1","text":"He was charged.","outcomeOn":"2026-11-20",
         "details":{"chargedOn":"2026-11-19","urn":"41ZZ0000126"}}""");
    Answer charged = api.get("police.hco", address(reference));
    assertThat(charged.items("rule")).contains("CHARGE");
    assertThat(charged.text("/items/0/eventAt"))
        .as("the charge itself")
        .isEqualTo("2026-11-19T00:00:00Z");
    assertThat(charged.text("/items/0/due")).isEqualTo("2026-11-20T17:00:00Z");
    assertThat(charged.text("/items/0/told")).isNullOrEmpty();

    String known = referrals.taken("police.officer");
    referrals.moved("police.officer", known, "{\"move\":\"start\"}");
    contact("police.officer", known, "OUTCOME", told());
    referrals.moved(
        "police.officer",
        known,
        "{\"move\":\"record-outcome\",\"reason\":\"POLICE_18\",\"text\":\"Nobody was found.\"}");
    assertThat(owner.count(OF.formatted(known, "NOT_PURSUED") + " and o.contact is not null"))
        .as("they were told on that day, before it was written down")
        .isEqualTo(1);
  }

  @Test
  void contactsThatAreLoggedAtOnceDoNotWaitForEachOther() {
    String reference = referrals.taken("police.officer");
    List<CompletableFuture<Void>> all =
        IntStream.range(0, 6)
            .mapToObj(
                one ->
                    CompletableFuture.runAsync(
                        () -> contact("police.officer", reference, "UPDATE", told())))
            .toList();
    all.forEach(CompletableFuture::join);
    assertThat(api.get("police.officer", "/api/referrals/" + reference + "/contacts").items("kind"))
        .hasSize(6);
  }

  @Test
  void itIsForThePeopleOfTheAgencyWhoSeeTheNeedsAndReadingItIsInTheLedger() {
    String reference = referrals.taken("police.officer");
    for (String own : List.of("police.officer", "police.hco", "police.liaison")) {
      assertThat(rules(own, reference)).as(own).hasSize(2);
    }
    assertThat(ledger.operations(reference)).contains("CONSULT casework.read victim-liaison");
    assertThat(ledger.classes(reference)).contains("CONSULT D1,D4");
    Answer sender = api.get("council.officer", address(reference));
    assertThat(sender.status()).isEqualTo(200);
    assertThat(sender.items("rule")).as("it is the force's own").isEmpty();
    assertThat(api.get("council.officer", "/api/referrals/" + reference + "/trail").body())
        .doesNotContain("casework.read");
    for (String outsider : List.of("btp.hco", "cps.prosecutor", "police.governance")) {
      assertThat(api.get(outsider, address(reference)).status()).as(outsider).isEqualTo(404);
    }
    assertThat(ledger.refused("btp.hco")).contains("referral.read not-visible");
    owner.exclude(reference, "police.lead");
    assertThat(api.get("police.lead", address(reference)).status()).isEqualTo(404);
    owner.letContentEnd(reference);
    assertThat(rules("police.hco", reference)).as("its sight has ended").isEmpty();
  }

  @Test
  void theListIsOfOnesOwnWorkOverdueFirstAndRefusedToOthers() {
    String officer = directory.joins("HERTS-POLICE/hate-crime-unit", "police-officer");
    api.subject(officer);
    String first = referrals.taken(officer);
    String second = referrals.taken(officer);
    String done = referrals.taken(officer);
    owner.letItBeToldLate(second, "ACKNOWLEDGE");
    contact(officer, done, "SUPPORT", told());
    contact(officer, done, "ACKNOWLEDGEMENT", told());

    Answer list = api.get(officer, "/api/obligations");
    assertThat(list.items("reference")).hasSize(4).contains(first).doesNotContain(done);
    assertThat(list.text("/items/0/reference")).isEqualTo(second);
    assertThat(list.text("/items/0/rule")).isEqualTo("ACKNOWLEDGE");
    Answer page = api.get(officer, "/api/obligations?limit=3");
    assertThat(page.items("id")).hasSize(3);
    assertThat(api.get(officer, page.link("next").orElseThrow()).items("id")).hasSize(1);
    assertThat(api.get(officer, "/api/obligations?limit=0").errors())
        .containsExactly("limit:invalid");
    assertThat(ledger.classes(second)).contains("CONSULT D1,D4");

    assertThat(api.get("police.liaison", "/api/obligations?limit=100").items("reference"))
        .as("overdue for days, so on the first page of the whole force")
        .contains(second);
    owner.exclude(second, officer);
    assertThat(api.get(officer, "/api/obligations").items("reference")).doesNotContain(second);
    assertThat(api.get("council.officer", "/api/obligations").status()).isEqualTo(403);
    assertThat(ledger.refused("council.officer")).contains("timer.manage role-lacks-action");
  }

  @Test
  void victimLiaisonLogsWhatItTold() {
    String reference = referrals.taken("police.officer");
    contact("police.liaison", reference, "SUPPORT", told());
    assertThat(results(reference)).containsExactly("TOLD");
    assertThat(api.get("police.liaison", "/api/referrals/" + reference).body())
        .as("whom to tell, not what happened")
        .contains("\"needs\"")
        .doesNotContain("\"suspect\":{", "\"incident\":{");
  }

  @Test
  void whatIsOverdueIsToldOnce() {
    String liaison = directory.joins("HERTS-POLICE/witness-care", "victim-liaison");
    api.subject(liaison);
    String reference = referrals.taken("police.officer");
    owner.letItBeToldLate(reference, "SUPPORT");
    owner.letItBeToldLate(reference, "ACKNOWLEDGE");
    assertThat(Waiting.until(SOON, () -> told(liaison, reference) > 0)).isTrue();
    String later = referrals.taken("police.officer");
    owner.letItBeToldLate(later, "SUPPORT");
    assertThat(Waiting.until(SOON, () -> told(liaison, later) > 0)).as("a later look").isTrue();
    assertThat(told(liaison, reference)).as("both at once, and never again").isEqualTo(1);
    assertThat(told("council.officer", reference)).isZero();
    assertThat(told("police.hco", reference)).as("victim liaison is there for it").isZero();
  }

  @Test
  void anExtraBankHolidayAnnouncedLaterSetsAnewWhatIsOpen() {
    String reference = referrals.taken("police.officer");
    String done = referrals.taken("police.officer");
    contact("police.officer", done, "SUPPORT", told());
    String day =
        owner
            .column(
                "select cast((o.due_at at time zone 'Europe/London')::date as text) from "
                    + OF.formatted(reference, "SUPPORT"))
            .get(0);
    owner.row(
        "with made as (insert into bank_holiday (day, name) values (cast(? as date), 'Extra') returning 1)"
            + " select count(*) from made",
        day);
    try {
      assertThat(Waiting.until(SOON, () -> dueAfter(reference, "SUPPORT", 2) == 1)).isTrue();
      assertThat(api.get("police.hco", address(reference)).items("wasDue").get(0)).startsWith(day);
      Answer timeline =
          api.get("police.hco", "/api/referrals/" + reference + "/timeline?limit=100");
      assertThat(timeline.items("kind")).contains("OBLIGATION_RECKONED");
      assertThat(
              api.get("council.officer", "/api/referrals/" + reference + "/timeline").items("kind"))
          .doesNotContain("OBLIGATION_RECKONED");
      assertThat(
              owner.count(
                  OF.formatted(done, "SUPPORT")
                      + " and (o.due_at at time zone"
                      + " 'Europe/London')::date = date '"
                      + day
                      + "'"))
          .as("what was told keeps what was due then")
          .isEqualTo(1);
    } finally {
      owner.row(
          "with gone as (delete from bank_holiday where day = cast(? as date) returning 1) select"
              + " count(*) from gone",
          day);
    }
  }

  /** How many are due at 5pm so many working days after their event, as the database reckons. */
  private long dueAfter(String reference, String rule, int days) {
    return owner.count(
        OF.formatted(reference, rule)
            + " and o.due_at = ((working_days_after(o.event_at, "
            + days
            + ") at time zone 'Europe/London')::date + time '17:00') at time zone 'Europe/London'");
  }

  private List<String> rules(String user, String reference) {
    return api.get(user, address(reference)).items("rule");
  }

  /** What became of those that are done. */
  private List<String> results(String reference) {
    return StreamSupport.stream(
            api.get("police.hco", address(reference)).json().get("items").spliterator(), false)
        .filter(one -> one.has("told"))
        .map(one -> one.at("/told/result").asText())
        .toList();
  }

  private long told(String user, String reference) {
    return StreamSupport.stream(
            api.get(user, "/api/notices").json().get("items").spliterator(), false)
        .filter(notice -> notice.path("reference").asText().equals(reference))
        .filter(notice -> notice.get("kind").asText().equals("REFERRAL_TELLING_LATE"))
        .count();
  }

  private void contact(String user, String reference, String kind, String how) {
    ZonedDateTime now = ZonedDateTime.now(LONDON);
    LocalDate on = now.toLocalDate();
    Answer logged =
        api.post(
            user,
            "/api/referrals/" + reference + "/contacts",
            "{\"kind\":\"%s\",%s,\"on\":\"%s\",\"time\":\"%s\",\"words\":\"She knows.\"}"
                .formatted(kind, how, on, now.toLocalTime().truncatedTo(ChronoUnit.MINUTES)));
    assertThat(logged.status()).as(logged.body()).isEqualTo(201);
  }

  private static String told() {
    return "\"result\":\"TOLD\",\"madeBy\":\"TELEPHONE\"";
  }

  private static String address(String reference) {
    return "/api/referrals/" + reference + "/obligations";
  }
}
