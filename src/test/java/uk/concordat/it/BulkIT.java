package uk.concordat.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Many referrals are acknowledged or assigned at once: each by itself, and each of them once. */
@ExtendWith(ApiExtension.class)
class BulkIT {
  private static final Pattern ITEM = Pattern.compile("name=\"item\" value=\"([^\"]+)\"");
  private static final Pattern RUN = Pattern.compile("name=\"run\" value=\"([^\"]+)\"");

  private final Api api;
  private final Visitors visitors;
  private final StaffDirectory directory;
  private final DatabaseOwner owner;
  private final Referrals referrals;
  private String officer;
  private Visitor visitor;

  BulkIT(Api api, Visitors visitors, StaffDirectory directory, DatabaseOwner owner) {
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
    assertThat(line(done, received)).contains("not to be acknowledged, or not by you");
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
    assertThat(line(done, received)).contains("not to be given to anybody, or not by you");
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
                sent(practitioner, page, "acknowledge", Map.of("conflict", "false"))
                    .header("Location")
                    .orElseThrow())
            .body();
    assertThat(done).contains("None acknowledged").contains("Your role does not do this");
  }

  @Test
  void moreThanAHundredAreTooMany() {
    Answer page = chosen("acknowledge", referrals.submitted().reference());
    String items =
        IntStream.range(0, 101)
            .mapToObj(i -> "item=HCR-2019-%06d-A+0".formatted(i))
            .collect(Collectors.joining("&"));
    Answer answer = post(visitor, page, "acknowledge", items + "&conflict=false");
    assertThat(answer.body()).contains("Choose at most a hundred, each once");
  }

  private Answer chosen(String move, String... references) {
    Answer page =
        visitor.get(
            "/referral/bulk.xhtml?move=" + move + "&ref=" + String.join("&ref=", references));
    assertThat(page.status()).as(page.body()).isEqualTo(200);
    return page;
  }

  private Answer sent(Answer page, String button, Map<String, String> answers) {
    return sent(visitor, page, button, answers);
  }

  private static Answer sent(
      Visitor visitor, Answer page, String button, Map<String, String> answers) {
    List<String> fields = new ArrayList<>();
    Matcher item = ITEM.matcher(page.body());
    while (item.find()) {
      fields.add("item=" + URLEncoder.encode(item.group(1), StandardCharsets.UTF_8));
    }
    answers.forEach((name, value) -> fields.add(name + "=" + value));
    return post(visitor, page, button, String.join("&", fields));
  }

  private static Answer post(Visitor visitor, Answer page, String button, String fields) {
    Matcher run = RUN.matcher(page.body());
    assertThat(run.find()).isTrue();
    return visitor.send(
        "POST",
        "/referral/bulk.xhtml?move=" + button,
        "jakarta.faces.ViewState=stateless&form=form&run=%s&%s&%s="
            .formatted(run.group(1), fields, button),
        "Content-Type",
        "application/x-www-form-urlencoded");
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
