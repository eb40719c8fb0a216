package uk.concordat.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import uk.concordat.stack.Waiting;

/** The review of a risk or a measure of a safety plan that falls due is told to one, once. */
@ExtendWith(ApiExtension.class)
class DueCaseworkIT {
  private static final Duration SOON = Duration.ofSeconds(60);

  private final Api api;
  private final DatabaseOwner owner;
  private final Referrals referrals;
  private final StaffDirectory directory;

  DueCaseworkIT(Api api, DatabaseOwner owner, StaffDirectory directory) {
    this.api = api;
    this.owner = owner;
    this.directory = directory;
    referrals = new Referrals(api);
  }

  @Test
  void isToldToTheContactElseToWhoeverWorksOnItElseToThoseWhoAssignIt() {
    String officer = directory.joins("HERTS-POLICE/hate-crime-unit", "police-officer");
    api.subject(officer);
    String theirs = referrals.taken(officer);
    String contacted = referrals.taken("police.officer");
    contact(contacted, officer);
    String nobodys = referrals.taken("police.officer");
    owner.exclude(nobodys, "police.officer");
    String later = referrals.taken(officer);
    risk(theirs, "current_date - 3");
    measure(theirs, "current_date");
    measure(contacted, "current_date - 1");
    risk(nobodys, "current_date");
    risk(later, "current_date + 1");
    measure(later, "current_date + 1");

    assertThat(within(() -> told(officer, theirs).size() == 2)).as("each of the two").isTrue();
    assertThat(told(officer, theirs))
        .containsExactlyInAnyOrder("REFERRAL_RISK_DUE", "REFERRAL_MEASURE_DUE");
    assertThat(within(() -> told(officer, contacted).contains("REFERRAL_MEASURE_DUE"))).isTrue();
    assertThat(told("police.officer", contacted)).as("the contact is told").isEmpty();
    assertThat(within(() -> told("police.hco", nobodys).contains("REFERRAL_RISK_DUE"))).isTrue();
    assertThat(told("police.hco", theirs)).isEmpty();
    assertThat(told("council.officer", theirs)).as("it is the force's own").isEmpty();
    assertThat(told(officer, later)).as("tomorrow").isEmpty();

    risk(later, "current_date - 1"); // the assessment that stands now
    assertThat(within(() -> told(officer, later).contains("REFERRAL_RISK_DUE")))
        .as("a later look")
        .isTrue();
    assertThat(told(officer, theirs)).as("once").hasSize(2);
    assertThat(
            owner.count("notice where kind like 'REFERRAL%DUE' and reference = '" + theirs + "'"))
        .isEqualTo(2);
  }

  @Test
  void eachMeasureOfADayIsTold() {
    String reference = referrals.taken("police.officer");
    measure(reference, "current_date");
    assertThat(within(() -> told("police.officer", reference).size() == 1)).isTrue();
    measure(reference, "current_date"); // added when the first had been told
    assertThat(within(() -> told("police.officer", reference).size() == 2)).isTrue();
  }

  @Test
  void whoeverDoesNoSuchWorkAnyMoreIsNotTold() {
    String officer = directory.joins("HERTS-POLICE/hate-crime-unit", "police-officer");
    api.subject(officer);
    String told = referrals.taken(officer);
    measure(told, "current_date");
    assertThat(within(() -> told(officer, told).size() == 1)).isTrue();
    String reference = referrals.taken("police.officer");
    contact(reference, officer);
    directory.loses(officer, "police-officer");
    directory.gets(officer, "information-governance");
    assertThat(told(officer, told)).as("who sees the header alone").isEmpty();
    measure(reference, "current_date");
    assertThat(within(() -> told("police.officer", reference).size() == 1))
        .as("whoever works on it, instead of the contact")
        .isTrue();
    assertThat(
            owner.count(
                "notice where kind like 'REFERRAL%DUE' and reference = '" + reference + "'"))
        .isOne();
  }

  private void contact(String reference, String officer) {
    Answer named =
        api.send(
            "PUT",
            "/api/referrals/" + reference + "/contact-officer",
            api.token("police.hco"),
            "{\"officer\":\"" + officer + "\",\"reach\":\"01632 960123\"}",
            "Content-Type",
            "application/json",
            "If-Match",
            api.get("police.hco", "/api/referrals/" + reference + "/contact-officer").etag());
    assertThat(named.status()).as(named.body()).isEqualTo(200);
  }

  private void risk(String reference, String day) {
    owner.row(
        "with made as (insert into risk_assessment (id, referral, agency, number, suggested, rule, level, review_on,"
            + " assessed_by, assessed_role, assessed_at) select gen_random_uuid(), r.id, r.to_agency, 1 +"
            + " (select count(*) from risk_assessment a where a.referral = r.id), 'STANDARD', 'None', 'STANDARD', "
            + day
            + ", r.owner, 'hate-crime-officer', now() from referral r where r.reference = ? returning 1) select"
            + " count(*) from made",
        reference);
  }

  private void measure(String reference, String day) {
    owner.row(
        "with made as (insert into plan_measure (id, referral, agency, number, version, kind, detail, owner_agency,"
            + " due_on, status, readable, changed_by, changed_role, changed_at) select gen_random_uuid(), r.id,"
            + " r.to_agency, 1 + (select count(*) from plan_measure m where m.referral = r.id), 1, 'ALARM', 'An alarm.', r.to_agency, "
            + day
            + ", 'OPEN', false, r.owner, 'hate-crime-officer', now() from referral r where r.reference = ?"
            + " returning 1) select count(*) from made",
        reference);
  }

  private static boolean within(BooleanSupplier condition) {
    return Waiting.until(SOON, condition);
  }

  private List<String> told(String user, String reference) {
    return StreamSupport.stream(
            api.get(user, "/api/notices").json().get("items").spliterator(), false)
        .filter(notice -> notice.path("reference").asText().equals(reference))
        .map(notice -> notice.get("kind").asText())
        .filter(kind -> kind.endsWith("_DUE"))
        .toList();
  }
}
