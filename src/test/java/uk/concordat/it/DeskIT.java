package uk.concordat.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** The prosecutors' desk: in which order files stand on it, and who finds which. */
@ExtendWith(ApiExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeskIT {
  private static final String TEAM = "CPS-THAMES-CHILTERN/hate-crime-prosecutors";
  private static final String MINE = "/api/desk?view=MINE";
  private static final String PAGE = "/prosecution/desk.xhtml?view=MINE";
  private static final int MONTHS = 6;

  private final Api api;
  private final LedgerRows ledger;
  private final DatabaseOwner owner;
  private final StaffDirectory directory;
  private final Visitors visitors;
  private final CaseFiles files;
  private final Referrals referrals;

  DeskIT(
      Api api,
      LedgerRows ledger,
      DatabaseOwner owner,
      StaffDirectory directory,
      Visitors visitors) {
    this.api = api;
    this.ledger = ledger;
    this.owner = owner;
    this.directory = directory;
    this.visitors = visitors;
    files = new CaseFiles(api);
    referrals = new Referrals(api);
  }

  @BeforeAll
  void people() {
    List.of("cps.prosecutor", "cps.lead", "police.hco").forEach(api::subject);
  }

  @Test
  void whatRunsOutFirstStandsFirst() {
    String prosecutor = joins();
    String far = held(prosecutor, 30);
    String near = held(prosecutor, 6);
    String summary = files.underReview(prosecutor);
    LocalDate tomorrow = endsNext(summary);
    String late = files.underReview(prosecutor);
    owner.letTimeRunOut(late);

    Answer desk = api.get(prosecutor, MINE);
    assertThat(desk.items("reference")).containsExactly(summary, near, late, far);
    assertThat(desk.text("/count")).isEqualTo("4");
    assertThat(desk.text("/items/0/limits/0/kind")).isEqualTo("STATUTORY");
    assertThat(desk.text("/items/0/limits/0/lastDay")).isEqualTo(tomorrow.toString());
    assertThat(desk.text("/items/1/limits/0/kind")).isEqualTo("CUSTODY");
    assertThat(desk.text("/items/1/limits/0/daysLeft")).isEqualTo("6");
    assertThat(desk.items("assigned")).containsOnly("YOU");
    assertThat(ledger.classes(near)).contains("CONSULT D1,D5,D7");

    Answer page = api.get(prosecutor, MINE + "&limit=3");
    assertThat(page.items("reference")).containsExactly(summary, near, late);
    Answer rest = api.get(prosecutor, page.link("next").orElseThrow());
    assertThat(rest.items("reference")).containsExactly(far);
    assertThat(rest.text("/count")).as("of the whole list").isEqualTo("4");
    assertThat(rest.link("next")).isEmpty();

    assertThat(visitors.signedIn(prosecutor).get(PAGE).body())
        .containsSubsequence(
            "The file of " + summary,
            "Custody time limit",
            "6 days left, ends ",
            "The file of " + near,
            "The file of " + late,
            "The file of " + far)
        .contains("4 files, 4 on this page", "Being reviewed");
  }

  @Test
  void whatIsTooLateToBeginIsSaidAndDrivesNothing() {
    String prosecutor = joins();
    String lapsed = files.underReview(prosecutor);
    LocalDate last = CaseFiles.day().minusMonths(MONTHS).minusDays(4);
    committed(lapsed, last);
    String held = held(prosecutor, 20);
    owner.row(
        "with done as (update referral set due_at = now() + interval '40 days' where reference = ?"
            + " returning 1) select count(*) from done",
        lapsed);
    Answer desk = api.get(prosecutor, MINE);
    assertThat(desk.items("reference")).containsExactly(held, lapsed);
    assertThat(desk.items("lapsed")).containsExactly("", last.plusMonths(MONTHS).toString());
    assertThat(visitors.signedIn(prosecutor).get(PAGE).body()).contains("too late now.");
  }

  @Test
  void aFileLeavesTheDeskWhenItGoesBackOrIsDecidedAndWithItWhatRanForIt() {
    String prosecutor = joins();
    String back = held(prosecutor, 5);
    files.moved(
        prosecutor,
        back,
        "{\"move\":\"action-plan\",\"asked\":[{\"words\":\"Ask the shop.\",\"dueOn\":\"%s\"}]}"
            .formatted(CaseFiles.day().plusDays(7)));
    String ended = held(prosecutor, 4);
    String decision = CaseFiles.notCharging(files.read(prosecutor, ended));
    CaseFiles.made(files.post(prosecutor, ended, "/decisions", decision));
    Answer desk = api.get(prosecutor, MINE);
    assertThat(desk.items("reference")).isEmpty();
    assertThat(desk.text("/count")).isEqualTo("0");
    assertThat(visitors.signedIn(prosecutor).get(PAGE).body())
        .contains("No file waits for you.", "0 files, 0 on this page");
    assertThat(all(prosecutor, "WITH_POLICE")).contains(back).doesNotContain(ended);
    assertThat(all(prosecutor, "UNIT")).doesNotContain(back, ended);
  }

  @Test
  void whatIsNobodysStandsApartAndWhatWasNotSubmittedNowhere() {
    String prosecutor = joins();
    String waiting = files.complete();
    String prepared = files.complete();
    for (String each : List.of(waiting, prepared)) {
      referrals.moved("cps.prosecutor", each, "{\"move\":\"acknowledge\",\"conflict\":false}");
    }
    files.moved("police.hco", waiting, "{\"move\":\"submit\"}");
    assertThat(all(prosecutor, "UNASSIGNED")).contains(waiting).doesNotContain(prepared);
    assertThat(all(prosecutor, "UNIT")).contains(waiting).doesNotContain(prepared);
    assertThat(api.get(prosecutor, MINE).items("reference")).isEmpty();
  }

  @Test
  void whoIsExcludedOrNotNamedFindsItNeitherInTheListNorInTheCount() {
    String prosecutor = joins();
    String colleague = joins();
    String barred = held(prosecutor, 3);
    String narrowed = held(colleague, 2);
    String seen = held(prosecutor, 9);
    assertThat(all(prosecutor, "UNIT")).contains(barred, narrowed, seen);

    owner.exclude(barred, prosecutor);
    referrals.restricted("cps.lead", narrowed);
    Answer desk = api.get(prosecutor, MINE);
    assertThat(desk.items("reference")).containsExactly(seen);
    assertThat(desk.text("/count")).isEqualTo("1");
    assertThat(visitors.signedIn(prosecutor).get(PAGE).body())
        .contains(seen, "1 file, 1 on this page")
        .doesNotContain(barred, narrowed);
    assertThat(all(prosecutor, "UNIT")).contains(seen).doesNotContain(barred, narrowed);
    assertThat(all(colleague, "UNIT")).contains(barred, narrowed);
  }

  @Test
  void whatSomebodySeesByAGrantOnlyIsOnNobodysDesk() {
    String prosecutor = joins();
    String other = directory.joins("CPS-THAMES-CHILTERN", "cps-prosecutor");
    api.subject(other);
    String held = held(prosecutor, 1);
    assertThat(all(other, "UNIT")).as("of no team").doesNotContain(held);
    owner.grant(held, other);
    assertThat(files.read(other, held).status()).isEqualTo(200);
    assertThat(all(other, "UNIT")).doesNotContain(held);
    assertThat(all(prosecutor, "UNIT")).contains(held);
  }

  @Test
  void aLimitOfAClassThatIsWithheldHasNoPartInIt() {
    String prosecutor = joins();
    String held = held(prosecutor, 2);
    String other = held(prosecutor, 8);
    owner.hide(held, "D7");
    Answer desk = api.get(prosecutor, MINE);
    assertThat(desk.items("reference")).containsExactly(other, held);
    assertThat(desk.json().at("/items/1/limits").findValuesAsText("kind"))
        .doesNotContain("CUSTODY")
        .contains("STATUTORY");
    owner.publish(held);
    assertThat(api.get(prosecutor, MINE).items("reference")).containsExactly(held, other);
  }

  @Test
  void nobodyButProsecutorsHasADesk() {
    for (String user : List.of("police.hco", "cps.reviewer", "cps.governance", "council.officer")) {
      assertThat(api.get(user, "/api/desk").status()).as(user).isEqualTo(403);
      assertThat(visitors.signedIn(user).get(PAGE).status()).as(user).isEqualTo(404);
      assertThat(ledger.refused(user)).contains("review.decide role-lacks-action");
    }
    assertThat(api.get("cps.prosecutor", "/api/desk?view=ALL&limit=0&cursor=x").errors())
        .containsExactlyInAnyOrder("view:unknown", "limit:invalid", "cursor:invalid");
    assertThat(visitors.signedIn("cps.prosecutor").get(PAGE + "&at=lost").body())
        .contains("That page of the list has moved.");
  }

  private String joins() {
    String prosecutor = directory.joins(TEAM, "cps-prosecutor");
    api.subject(prosecutor);
    return prosecutor;
  }

  /** A file under review whose defendant is in custody for so many days more. */
  private String held(String prosecutor, int days) {
    String reference = files.underReview(prosecutor);
    owner.row(
        "with done as (update defendant_record set held = 'CUSTODY', custody_until = london_day() + "
            + days
            + " where referral = (select id from referral where reference = ?) returning 1) select"
            + " count(*) from done",
        reference);
    return reference;
  }

  /** Lets proceedings for its summary-only charge end on a day soon that six months before had. */
  private LocalDate endsNext(String reference) {
    LocalDate day =
        Stream.iterate(CaseFiles.day().plusDays(1), each -> each.plusDays(1))
            .filter(each -> each.minusMonths(MONTHS).plusMonths(MONTHS).equals(each))
            .findFirst()
            .orElseThrow();
    committed(reference, day.minusMonths(MONTHS));
    return day;
  }

  private void committed(String reference, LocalDate day) {
    owner.row(
        "with done as (update charge set first_day = date '%1$s', last_day = date '%1$s' where"
                .formatted(day)
            + " referral = (select id from referral where reference = ?) returning 1) select"
            + " count(*) from done",
        reference);
  }

  /** Every page of a list that many tests share. */
  private List<String> all(String user, String view) {
    Answer page = api.get(user, "/api/desk?limit=100&view=" + view);
    var all = new ArrayList<>(page.items("reference"));
    while (page.link("next").isPresent()) {
      page = api.get(user, page.link("next").get());
      all.addAll(page.items("reference"));
    }
    return all;
  }
}
