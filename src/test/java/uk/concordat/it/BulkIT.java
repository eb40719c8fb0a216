package uk.concordat.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import uk.concordat.kernel.Reference;
import uk.concordat.stack.Waiting;

/** Many referrals are acknowledged or assigned at once: each by itself, and each of them once. */
@ExtendWith(ApiExtension.class)
class BulkIT {

  private static final Duration SOON = Duration.ofSeconds(60);

  private final Api api;
  private final Visitors visitors;
  private final StaffDirectory directory;
  private final DatabaseOwner owner;
  private final LedgerRows ledger;
  private final Referrals referrals;
  private String officer;
  private Visitor visitor;

  BulkIT(
      Api api,
      Visitors visitors,
      StaffDirectory directory,
      DatabaseOwner owner,
      LedgerRows ledger) {
    this.ledger = ledger;
    this.api = api;
    this.visitors = visitors;
    this.directory = directory;
    this.owner = owner;
    referrals = new Referrals(api);
  }

  @BeforeEach
  void somebodyWorks() {
    officer = directory.joins("HERTS-POLICE/hate-crime-unit", "hate-crime-officer");
    api.subject(officer);
    visitor = visitors.signedIn(officer);
  }

  @Test
  void whatCannotBeAcknowledgedKeepsNoOtherFromIt() {
    String first = referrals.submitted().reference();
    String changed = referrals.submitted().reference();
    String withdrawn = referrals.submitted().reference();
    String hidden = referrals.submitted().reference();
    String last = referrals.submitted().reference();
    Answer page = chosen("acknowledge", first, changed, withdrawn, hidden, last);
    referrals.moved("police.hco", changed, "{\"move\":\"acknowledge\"}");
    referrals.moved(
        "council.officer",
        withdrawn,
        "{\"move\":\"withdraw\",\"reason\":\"DECLINED\",\"text\":\"Not wanted.\"}");
    owner.exclude(hidden, officer);
    String done = followed(sent(page, "acknowledge", Map.of("conflict", "false")));
    assertThat(done).contains("2 of 5 acknowledged");
    assertThat(line(done, changed)).contains("Somebody changed it after you chose it");
    assertThat(line(done, withdrawn)).contains("Somebody changed it after you chose it");
    assertThat(line(done, hidden)).contains("There is no such referral that you may see");
    for (String one : List.of(first, last)) {
      assertThat(api.get(officer, "/api/referrals/" + one).text("/state")).isEqualTo("RECEIVED");
      assertThat(moves(one, "acknowledge")).isEqualTo(1);
    }
    assertThat(moves(changed, "acknowledge")).isEqualTo(1);
  }

  @Test
  void whatIsNotToBeAcknowledgedSaysSo() {
    String fresh = referrals.submitted().reference();
    String received = referrals.received().reference();
    Answer page = chosen("acknowledge", received, fresh);
    String done = followed(sent(page, "acknowledge", Map.of("conflict", "false")));
    assertThat(done).contains("1 of 2 acknowledged");
    assertThat(line(done, received)).contains("You cannot acknowledge it now.");
  }

  @Test
  void eachIsAssignedToSomebodyWhoMayHaveIt() {
    String taken = referrals.taken("police.hco");
    String theirs = referrals.taken("police.officer");
    String received = referrals.received().reference();
    Answer page = chosen("assign", taken, theirs, received);
    assertThat(page.body()).contains("police.officer");
    String done = followed(sent(page, "assign", Map.of("bulk-assignee", "police.officer")));
    assertThat(done).contains("1 of 3 assigned");
    assertThat(line(done, theirs)).contains("has it already");
    assertThat(line(done, received)).contains("You cannot give it to anybody now.");
    assertThat(moves(taken, "assign")).isEqualTo(1);
  }

  @Test
  void whoeverIsExcludedFromOneOfThemIsNotOffered() {
    String colleague = directory.joins("HERTS-POLICE/hate-crime-unit", "hate-crime-officer");
    api.subject(colleague);
    String one = referrals.taken("police.hco");
    String other = referrals.taken("police.hco");
    assertThat(chosen("assign", one, other).body()).contains(colleague);
    owner.exclude(other, colleague);
    Answer page = chosen("assign", one, other);
    assertThat(page.body()).contains("police.officer").doesNotContain(colleague);
    String done = followed(sent(page, "assign", Map.of("bulk-assignee", colleague)));
    assertThat(done).contains("1 of 2 assigned");
    assertThat(line(done, other)).contains("cannot be given this one");
  }

  @Test
  void sentTwiceItIsDoneOnce() {
    String one = referrals.submitted().reference();
    String other = referrals.submitted().reference();
    Answer page = chosen("acknowledge", one, other);
    Answer first = sent(page, "acknowledge", Map.of("conflict", "false"));
    Answer again = sent(page, "acknowledge", Map.of("conflict", "false"));
    assertThat(again.header("Location")).isEqualTo(first.header("Location"));
    assertThat(followed(again)).contains("All 2 acknowledged");
    assertThat(moves(one, "acknowledge") + moves(other, "acknowledge")).isEqualTo(2);
  }

  @Test
  void anotherChoiceInTheSameFormIsAnotherRun() {
    String colleague = directory.joins("HERTS-POLICE/hate-crime-unit", "hate-crime-officer");
    api.subject(colleague);
    String taken = referrals.taken("police.hco");
    owner.exclude(taken, colleague);
    Answer page = chosen("assign", taken);
    Answer first = sent(page, "assign", Map.of("bulk-assignee", colleague));
    assertThat(followed(first)).contains("None assigned").contains("cannot be given this one");
    Answer other = sent(page, "assign", Map.of("bulk-assignee", "police.officer"));
    assertThat(followed(other)).contains(">1 assigned");
    assertThat(followed(first)).as("the first as it was").contains("None assigned");
    Answer again = sent(page, "assign", Map.of("bulk-assignee", "police.officer"));
    assertThat(again.header("Location")).isEqualTo(other.header("Location"));
    assertThat(moves(taken, "assign")).isEqualTo(1);
  }

  @Test
  void twoSpellingsOfOneAreOne() {
    String one = referrals.submitted().reference();
    Answer page = chosen("acknowledge", one, one.toLowerCase(Locale.ROOT));
    assertThat(page.body()).contains("Acknowledge 1");
    String item = BulkForm.item(page).replace(' ', '+');
    String fields =
        "item=%s&item=%s&item=nonsense&item=&conflict=false"
            .formatted(item, item.toLowerCase(Locale.ROOT));
    assertThat(followed(BulkForm.post(visitor, page, "acknowledge", fields)))
        .contains(">1 acknowledged")
        .doesNotContain("nonsense");
    assertThat(moves(one, "acknowledge")).isEqualTo(1);
  }

  @Test
  void whatWasNotListedIsJudgedLikeWhatWas() {
    String listed = referrals.submitted().reference();
    String unlisted = referrals.submitted().reference();
    String hidden = referrals.submitted().reference();
    String item = BulkForm.item(chosen("acknowledge", unlisted));
    String itsVersion = BulkForm.item(chosen("acknowledge", hidden)).replaceAll(".* ", "");
    owner.exclude(hidden, officer);
    Answer page = chosen("acknowledge", listed);
    String fields =
        Stream.of(
                BulkForm.item(page),
                item,
                hidden + " " + itsVersion,
                HiddenRecords.UNKNOWN + " " + itsVersion)
            .map(each -> "item=" + URLEncoder.encode(each, StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    String done = followed(BulkForm.post(visitor, page, "acknowledge", fields + "&conflict=false"));
    assertThat(done).contains("2 of 4 acknowledged");
    assertThat(moves(unlisted, "acknowledge")).isEqualTo(1);
    assertThat(moves(hidden, "acknowledge")).isZero();
    assertThat(line(done, hidden).replace(hidden, ""))
        .contains("There is no such referral that you may see")
        .isEqualTo(line(done, HiddenRecords.UNKNOWN).replace(HiddenRecords.UNKNOWN, ""));
  }

  @Test
  void theLedgerHasEachMoveEachRefusalAndWhatWasListed() {
    String done = referrals.submitted().reference();
    String changed = referrals.submitted().reference();
    String hidden = referrals.submitted().reference();
    Answer page = chosen("acknowledge", done, changed, hidden);
    referrals.moved("police.hco", changed, "{\"move\":\"acknowledge\"}");
    owner.exclude(hidden, officer);
    followed(sent(page, "acknowledge", Map.of("conflict", "false")));
    String taken = referrals.taken("police.hco");
    String theirs = referrals.taken("police.officer");
    followed(
        sent(chosen("assign", taken, theirs), "assign", Map.of("bulk-assignee", "police.officer")));
    assertThat(entries("permitted and verb = 'ALTER'", done))
        .containsExactly("referral.acknowledge");
    assertThat(entries("permitted and verb = 'ALTER'", taken)).containsExactly("referral.assign");
    assertThat(entries("permitted and verb = 'ALTER'", theirs)).isEmpty();
    assertThat(entries("reason = 'stale'", changed)).containsExactly("referral.acknowledge");
    assertThat(ledger.refused(officer))
        .as("nobody knows of what: the database does not show it to them")
        .contains("referral.read not-visible");
    assertThat(entries("verb = 'CONSULT'", done)).as("before and after").hasSize(2);
    assertThat(entries("verb = 'CONSULT'", taken)).as("and who may have them, twice").hasSize(4);
    assertThat(entries("verb = 'CONSULT' and cardinality(record_ids) = 1", done)).isEmpty();
    assertThat(entries("verb = 'CONSULT' and cardinality(record_ids) = 1", taken)).isEmpty();
  }

  @Test
  void whatBecameOfItIsErasedAfterSevenDays() {
    Answer page = chosen("acknowledge", referrals.submitted().reference());
    Answer answer = sent(page, "acknowledge", Map.of("conflict", "false"));
    String address = answer.header("Location").orElseThrow();
    String kept = "bulk_run where id = '%s'".formatted(address.replaceAll(".*id=([^&]+).*", "$1"));
    assertThat(owner.count(kept)).isOne();
    owner.letSevenDaysPass(officer);
    assertThat(visitor.get(address).status()).isEqualTo(404);
    assertThat(Waiting.until(SOON, () -> owner.count(kept) == 0)).isTrue();
  }

  @Test
  void theWayBackLeadsToTheListAsItWas() {
    String list = "queue:UNASSIGNED,status:SUBMITTED,from:WELHAT-COUNCIL,strand:REL";
    String back = "queue=UNASSIGNED&amp;status=SUBMITTED&amp;from=WELHAT-COUNCIL&amp;strand=REL\"";
    String shown =
        visitor
            .get(
                "/referral/inbox.xhtml?queue=UNASSIGNED&status=SUBMITTED&from=WELHAT-COUNCIL&strand=REL")
            .body();
    referrals.submitted();
    assertThat(shown).contains("name=\"list\" value=\"" + list + "\"");
    String reference = referrals.submitted().reference();
    Answer page =
        visitor.get("/referral/bulk.xhtml?move=acknowledge&list=" + list + "&ref=" + reference);
    assertThat(page.body()).contains(back);
    String fields = "item=" + BulkForm.item(page).replace(' ', '+') + "&conflict=false";
    Answer answer = BulkForm.post(visitor, page, "acknowledge&list=" + list, "acknowledge", fields);
    assertThat(followed(answer)).contains(">1 acknowledged").contains(back);
    assertThat(
            visitor
                .get("/referral/bulk.xhtml?move=acknowledge&list=at:x,//evil&ref=" + reference)
                .body())
        .contains("href=\"/referral/inbox.xhtml?at=x\"")
        .doesNotContain("evil\"");
  }

  @Test
  void withoutTheDeclarationNothingIsDone() {
    String one = referrals.submitted().reference();
    Answer page = chosen("acknowledge", one);
    assertThat(sent(page, "acknowledge", Map.of()).body())
        .contains("Say whether you know anybody in any of them")
        .contains(one);
    assertThat(sent(page, "acknowledge", Map.of("conflict", "true")).body())
        .contains("leave out the one in which you know somebody");
    assertThat(api.get(officer, "/api/referrals/" + one).text("/state")).isEqualTo("SUBMITTED");
  }

  @Test
  void whatBecameOfItIsForWhoeverDidIt() {
    Answer page = chosen("acknowledge", referrals.submitted().reference());
    Answer answer = sent(page, "acknowledge", Map.of("conflict", "false"));
    String address = answer.header("Location").orElseThrow();
    assertThat(visitor.get(address).status()).isEqualTo(200);
    assertThat(visitors.signedIn("police.lead").get(address).status()).isEqualTo(404);
    assertThat(visitor.get("/referral/bulk-done.xhtml?id=" + new UUID(1, 1)).status())
        .isEqualTo(404);
  }

  @Test
  void whatIsHiddenIsAsIfItWereNotThere() {
    String hidden = referrals.submitted().reference();
    owner.exclude(hidden, officer);
    String start = "/referral/bulk.xhtml?move=acknowledge&ref=";
    Answer excluded = visitor.get(start + hidden);
    assertThat(excluded.status()).isEqualTo(404);
    assertThat(Silence.plain(Silence.still(excluded), hidden))
        .isEqualTo(
            Silence.plain(
                Silence.still(visitor.get(start + HiddenRecords.UNKNOWN)), HiddenRecords.UNKNOWN));
    String seen = referrals.submitted().reference();
    assertThat(visitor.get(start + seen + "&ref=" + hidden).body())
        .contains("value=\"" + seen)
        .doesNotContain("value=\"" + hidden)
        .doesNotContain(">" + hidden);
  }

  @Test
  void whoeverReadsNoReferralChoosesNone() {
    String address =
        "/referral/bulk.xhtml?move=acknowledge&ref=" + referrals.submitted().reference();
    assertThat(visitors.signedIn("police.governance").get(address).status()).isEqualTo(404);
    Visitor practitioner = visitors.signedIn("police.officer");
    Answer page = practitioner.get(address);
    String done =
        practitioner
            .get(
                BulkForm.sent(practitioner, page, "acknowledge", Map.of("conflict", "false"))
                    .header("Location")
                    .orElseThrow())
            .body();
    assertThat(done).contains("None acknowledged").contains("Your role does not do this");
  }

  @Test
  void moreThanAHundredAreTooMany() {
    Answer page = chosen("acknowledge", referrals.submitted().reference());
    String items =
        IntStream.rangeClosed(1, 101)
            .mapToObj(i -> "item=" + Reference.of(2019, i) + "+0")
            .collect(Collectors.joining("&"));
    Answer answer = BulkForm.post(visitor, page, "acknowledge", items + "&conflict=false");
    assertThat(answer.body()).contains("Choose at most a hundred");
  }

  private Answer chosen(String move, String... references) {
    Answer page =
        visitor.get(
            "/referral/bulk.xhtml?move=" + move + "&ref=" + String.join("&ref=", references));
    assertThat(page.status()).as(page.body()).isEqualTo(200);
    return page;
  }

  private Answer sent(Answer page, String button, Map<String, String> answers) {
    return BulkForm.sent(visitor, page, button, answers);
  }

  /** What the officer did with a referral, as far as a condition holds, oldest first. */
  private List<String> entries(String condition, String reference) {
    return ledger.by(officer, condition, reference);
  }

  private String followed(Answer sent) {
    assertThat(sent.status()).as(sent.body()).isEqualTo(302);
    return visitor.get(sent.header("Location").orElseThrow()).body();
  }

  /** What stands beside a reference. */
  private static String line(String body, String reference) {
    return body.lines()
        .filter(line -> line.contains(reference))
        .flatMap(line -> List.of(line.split("<li>")).stream())
        .filter(line -> line.contains(reference))
        .map(line -> line.replaceAll("</li>.*", ""))
        .findFirst()
        .orElseThrow();
  }

  /** How often a move is in the history. */
  private long moves(String reference, String move) {
    return StreamSupport.stream(
            api.get("police.hco", "/api/referrals/" + reference)
                .json()
                .get("history")
                .spliterator(),
            false)
        .filter(event -> event.path("move").asText().equals(move))
        .count();
  }
}
