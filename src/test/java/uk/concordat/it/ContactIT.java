package uk.concordat.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the person harmed was told, and when; it ends the clocks that wait for it. */
@ExtendWith(ApiExtension.class)
class ContactIT {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final String ACCEPT = "{\"move\":\"accept\",\"assignee\":\"police.officer\"}";
  private static final String HOLD =
      "{\"move\":\"hold\",\"reason\":\"OTHER\",\"text\":\"We wait.\",\"reviewOn\":\"%s\"}";

  private final Api api;
  private final LedgerRows ledger;
  private final Referrals referrals;
  private final DatabaseOwner owner;
  private final StaffDirectory directory;

  ContactIT(Api api, LedgerRows ledger, DatabaseOwner owner, StaffDirectory directory) {
    this.api = api;
    this.ledger = ledger;
    this.owner = owner;
    this.directory = directory;
    referrals = new Referrals(api);
  }

  @Test
  void whoeverWorksOnItLogsThemAndTheClocksFollow() {
    String reference = referrals.received().reference();
    assertThat(log("police.hco", reference, told("FIRST_CONTACT")).status())
        .as("triage comes first, and the manager may")
        .isEqualTo(201);
    assertThat(due("police.hco", reference))
        .as("a decision waits for no contact")
        .isEqualTo("DECIDE");
    referrals.moved("police.hco", reference, ACCEPT);

    assertThat(log("police.officer", reference, "{\"kind\":\"UPDATE\"}").errors())
        .containsExactly(
            "result:required", "madeBy:required", "on:required", "time:required", "words:required");
    assertThat(log("police.officer", reference, tried()).status()).isEqualTo(201);
    assertThat(due("police.officer", reference))
        .as("an attempt tells nobody")
        .isEqualTo("FIRST_CONTACT");
    logged(reference, on(1, told("FIRST_CONTACT")));
    assertThat(due("police.officer", reference))
        .as("that was before it was accepted")
        .isEqualTo("FIRST_CONTACT");
    referrals.moved("police.officer", reference, "{\"move\":\"start\"}");
    assertThat(due("police.officer", reference))
        .as("nor does beginning tell anybody")
        .isEqualTo("FIRST_CONTACT");
    Instant first = dueAt("police.officer", reference);
    Answer told = logged(reference, told("FIRST_CONTACT"));
    assertThat(told.text("/due/step")).isEqualTo("FIRST_CONTACT");
    assertThat(Instant.parse(told.text("/due/at"))).as("was due").isEqualTo(first);
    assertThat(due("police.officer", reference)).isEqualTo("UPDATE");
    Instant news = dueAt("police.officer", reference);

    owner.letTwentyDaysPass(reference);
    logged(reference, told("SUPPORT"));
    assertThat(dueAt("police.officer", reference))
        .as("that is no news")
        .isBefore(Instant.now().plus(9, ChronoUnit.DAYS));
    logged(reference, exempt());
    assertThat(dueAt("police.officer", reference))
        .as("excused, and looked at again")
        .isEqualTo(news);
    logged(reference, on(5, told("UPDATE")));
    assertThat(dueAt("police.officer", reference)).as("an older one").isEqualTo(news);

    owner.letTwentyDaysPass(reference);
    referrals.moved("police.officer", reference, HOLD.formatted(today().plusDays(7).toLocalDate()));
    logged(reference, told("UPDATE"));
    assertThat(due("police.officer", reference)).as("the review is waited for").isEqualTo("REVIEW");
    referrals.moved("police.officer", reference, "{\"move\":\"resume\"}");
    assertThat(due("police.officer", reference)).isEqualTo("UPDATE");
    assertThat(dueAt("police.officer", reference))
        .as("the clock that stood still was set")
        .isEqualTo(news);
    assertThat(ledger.operations(reference))
        .contains(
            "DISCLOSE referral.assign hate-crime-officer", "DISCLOSE referral.work police-officer");
  }

  @Test
  void eachAgencyReadsThatThereWasOneAndItsOwnWords() {
    String reference = referrals.received().reference();
    referrals.moved("police.hco", reference, ACCEPT);
    log("police.officer", reference, told("FIRST_CONTACT"));
    String before = due("council.officer", reference);
    assertThat(log("council.officer", reference, told("ACKNOWLEDGEMENT")).status()).isEqualTo(201);
    assertThat(log("council.officer", reference, told("UPDATE")).status()).isEqualTo(201);
    assertThat(due("council.officer", reference)).as("the sender's end no clock").isEqualTo(before);

    Answer atSender = api.get("council.officer", contacts(reference));
    assertThat(atSender.items("madeBy"))
        .as("how it was made says how to reach them")
        .containsExactlyInAnyOrder("TELEPHONE", "TELEPHONE", "");
    assertThat(atSender.json().get("items")).hasSize(3);
    assertThat(words(atSender)).isEqualTo(2);
    assertThat(atSender.items("agency")).contains("HERTS-POLICE");
    assertThat(words(api.get("police.hco", contacts(reference)))).isEqualTo(1);
    assertThat(api.get("council.officer", "/api/referrals/" + reference).json().get("contacts"))
        .as("and so they stand with the referral")
        .isEqualTo(atSender.json().get("items"));
    assertThat(ledger.classes(reference))
        .contains("CONSULT D1,D16,D4", "COLLECT D4", "DISCLOSE D1,D16", "DISCLOSE D16");

    assertThat(log("police.lead", reference, told("OTHER")).status())
        .as("who manages it")
        .isEqualTo(201);
    String colleague = directory.joins("WELHAT-COUNCIL/community-safety", "council-officer");
    Answer refused = log(colleague, reference, told("OTHER"));
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.code()).isEqualTo("not-permitted");
    assertThat(ledger.refusals(reference))
        .containsExactly("referral.work not-permitted council-officer");
    for (String outsider : new String[] {"btp.hco", "council2.officer", "police.governance"}) {
      assertThat(api.get(outsider, contacts(reference)).status()).as(outsider).isEqualTo(404);
      assertThat(log(outsider, reference, told("OTHER")).status()).as(outsider).isEqualTo(404);
      assertThat(log(outsider, reference, "{\"odd\":1}").status()).as(outsider).isEqualTo(404);
    }
    Answer reporters = referrals.sent("tprc.reporter", "HERTS-POLICE");
    assertThat(log("tprc.reporter", reporters.reference(), told("OTHER")).status()).isEqualTo(403);

    referrals.restricted("police.lead", reference);
    assertThat(api.get("police.hco", contacts(reference)).status()).isEqualTo(404);
  }

  @Test
  void aKeyStandsForOneContactAndWhatIsWrittenAfterTheEndStaysAtHome() {
    String reference = referrals.received().reference();
    Answer first = keyed(reference, "one", told("OTHER"));
    assertThat(first.status()).as(first.body()).isEqualTo(201);
    assertThat(keyed(reference, "one", told("OTHER")).text("/id")).isEqualTo(first.text("/id"));
    assertThat(keyed(reference, "one", told("UPDATE")).status()).isEqualTo(422);
    assertThat(api.get("police.hco", contacts(reference)).items("id")).hasSize(1);
    referrals.moved(
        "council.officer",
        reference,
        "{\"move\":\"withdraw\",\"reason\":\"DECLINED\",\"text\":\"Not wanted any more.\"}");
    assertThat(keyed(reference, "two", exempt()).status()).isEqualTo(201);
    assertThat(api.get("council.officer", contacts(reference)).items("id")).hasSize(2);
    assertThat(api.get("police.hco", contacts(reference)).items("id"))
        .as("what was told before it was taken back")
        .containsExactly(first.text("/id"));
    assertThat(api.get("police.hco", timeline(reference)).items("kind"))
        .containsOnlyOnce("CONTACT");
    assertThat(ledger.classes(reference))
        .as("so nobody else is told of it")
        .contains("COLLECT D16", "DISCLOSE D16");
  }

  @Test
  void theTimelineShowsEachEntryToThoseWhoMaySeeIt() {
    String reference = referrals.received().reference();
    referrals.moved(
        "police.hco",
        reference,
        "{\"move\":\"ask\",\"text\":\"Who saw it?\",\"dueOn\":\"%s\"}"
            .formatted(today().plusDays(3).toLocalDate()));
    referrals.moved(
        "council.officer", reference, "{\"move\":\"answer\",\"text\":\"The shopkeeper saw it.\"}");
    referrals.moved("police.hco", reference, ACCEPT);
    log("police.officer", reference, told("FIRST_CONTACT"));
    api.subject("btp.hco");
    owner.grant(reference, "btp.hco");

    Answer atPolice = api.get("police.hco", timeline(reference) + "?order=oldest");
    assertThat(atPolice.status()).as(atPolice.body()).isEqualTo(200);
    assertThat(atPolice.items("kind"))
        .contains("MOVE", "DISCLOSURE")
        .contains("CONTACT")
        .doesNotContain("ACCESS", "EMERGENCY");
    assertThat(atPolice.body()).contains("Who saw it?", "The shopkeeper saw it.", "who is on it");
    Answer atLead = api.get("council.lead", timeline(reference));
    assertThat(atLead.items("kind")).as("who decides on access").contains("ACCESS", "CONTACT");
    assertThat(atLead.body()).doesNotContain("who is on it");
    assertThat(api.get("council.officer", timeline(reference)).items("kind"))
        .doesNotContain("ACCESS");
    for (String outsider :
        new String[] {"council2.officer", "police.governance", "cps.prosecutor"}) {
      assertThat(api.get(outsider, timeline(reference)).status()).as(outsider).isEqualTo(404);
    }

    owner.letContentEnd(reference);
    Answer ended = api.get("police.hco", timeline(reference));
    assertThat(ended.body()).contains("Who saw it?").doesNotContain("shopkeeper", "who is on it");
  }

  @Test
  void theTimelineGoesOnPageByPageInEitherOrder() {
    String reference = referrals.received().reference();
    referrals.moved("police.hco", reference, ACCEPT);
    List<String> whole = api.get("council.officer", timeline(reference) + "?limit=100").items("id");
    for (String order : new String[] {"newest", "oldest"}) {
      List<String> paged = new ArrayList<>();
      String path = timeline(reference) + "?limit=2&order=" + order;
      while (path != null) {
        Answer page = api.get("council.officer", path);
        assertThat(page.items("id")).hasSizeLessThanOrEqualTo(2);
        paged.addAll(page.items("id"));
        path = page.link("next").orElse(null);
      }
      if (order.equals("oldest")) {
        Collections.reverse(paged);
      }
      assertThat(paged).as(order).isEqualTo(whole).hasSizeGreaterThan(3).doesNotHaveDuplicates();
    }
    assertThat(
            api.get("council.officer", timeline(reference) + "?cursor=no&limit=0&order=odd")
                .errors())
        .containsExactlyInAnyOrder("cursor:invalid", "limit:invalid", "order:invalid");
    assertThat(ledger.operations(reference)).contains("CONSULT referral.read council-officer");
  }

  private Answer keyed(String reference, String key, String contact) {
    return api.post(
        "council.officer", contacts(reference), contact, "Idempotency-Key", reference + "-" + key);
  }

  /** Written down by whoever works on it. */
  private Answer logged(String reference, String contact) {
    Answer answer = log("police.officer", reference, contact);
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    return answer;
  }

  /** The same so many days before. */
  private static String on(int daysAgo, String contact) {
    return contact.replace(
        "\"on\":\"" + today().toLocalDate(),
        "\"on\":\"" + today().toLocalDate().minusDays(daysAgo));
  }

  private Answer log(String user, String reference, String contact) {
    return api.post(user, contacts(reference), contact);
  }

  /** How many contacts say what the person harmed was told. */
  private static long words(Answer contacts) {
    return contacts.items("words").stream().filter(words -> words.contains("who is on it")).count();
  }

  private String due(String user, String reference) {
    return api.get(user, "/api/referrals/" + reference).text("/due/step");
  }

  private Instant dueAt(String user, String reference) {
    return Instant.parse(api.get(user, "/api/referrals/" + reference).text("/due/at"));
  }

  private static String contacts(String reference) {
    return "/api/referrals/" + reference + "/contacts";
  }

  private static String timeline(String reference) {
    return "/api/referrals/" + reference + "/timeline";
  }

  private static ZonedDateTime today() {
    return ZonedDateTime.now(LONDON);
  }

  private static String told(String kind) {
    return contact(kind, "\"result\":\"TOLD\",\"madeBy\":\"TELEPHONE\"");
  }

  private static String tried() {
    return contact("FIRST_CONTACT", "\"result\":\"TRIED\",\"madeBy\":\"TELEPHONE\"");
  }

  private static String exempt() {
    return contact("UPDATE", "\"result\":\"EXEMPT\",\"exemption\":\"ASKED_NOT\"");
  }

  private static String contact(String kind, String how) {
    return "{\"kind\":\"%s\",%s,\"on\":\"%s\",\"time\":\"%s\",\"words\":\"She knows who is on it.\"}"
        .formatted(
            kind,
            how,
            today().toLocalDate(),
            today().toLocalTime().truncatedTo(ChronoUnit.MINUTES));
  }
}
