package uk.concordat.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Whatever happens to what somebody may not see, everything that they see stays as it was, byte for
 * byte: lists in every order, counts, entity tags, when something changed, who can see it, pages.
 */
@ExtendWith(ApiExtension.class)
class SideDoorStillnessIT {
  private static final String SUBMIT = "{\"move\":\"submit\"}";
  private static final String ACKNOWLEDGE = "{\"move\":\"acknowledge\"}";

  private final Api api;
  private final Visitors visitors;
  private final StaffDirectory directory;
  private final DatabaseOwner owner;
  private final Compartments compartments;
  private final Referrals referrals;
  private String watcher;
  private Visitor visitor;
  private String seen;

  SideDoorStillnessIT(
      Api api,
      Visitors visitors,
      StaffDirectory directory,
      DatabaseOwner owner,
      Compartments compartments) {
    this.api = api;
    this.visitors = visitors;
    this.directory = directory;
    this.owner = owner;
    this.compartments = compartments;
    referrals = new Referrals(api);
  }

  /** Of a second force, whose lists are short. */
  @BeforeEach
  void somebodyWatches() {
    watcher = directory.joins("BTP/hate-crime-unit", "hate-crime-officer");
    visitor = visitors.signedIn(watcher);
    seen = sent();
    sent(); // something to stand before or behind it
  }

  /** What is seen does show a change, or the others prove nothing. */
  @Test
  void aChangeThatIsTheirsToSeeShows() {
    Map<String, String> before = everything();
    referrals.moved("btp.hco", seen, ACKNOWLEDGE);
    assertThat(everything()).isNotEqualTo(before);
  }

  @Test
  void whenOnlyClassesChangeThatTheyDoNotSee() {
    List<String> withheld = List.of("D7", "D8", "D13", "D14");
    compartments.fill(seen, "first", withheld);
    Map<String, String> before = everything();
    compartments.fill(seen, "second", withheld);
    unchanged(before);
  }

  @Test
  void whenClassesThatTheyDoNotSeeAreFilledForTheFirstTime() {
    Map<String, String> before = everything();
    compartments.fill(seen, "first", List.of("D7", "D8", "D13", "D14"));
    unchanged(before);
  }

  @Test
  void whenSomebodyWritesADraftToThem() {
    Map<String, String> before = everything();
    Answer draft = referrals.draft("council2.officer", referrals.complete().put("to", "BTP"));
    String address = "/api/referrals/" + draft.reference();
    api.patch("council2.officer", address, "{\"urgency\":\"HIGH\"}", "If-Match", draft.etag());
    unchanged(before);
  }

  @Test
  void whenARecordArrivesThatIsRestrictedToOthersAndIsWorkedOn() {
    Map<String, String> before = everything();
    String reference = sent();
    referrals.restricted("btp.hco", reference);
    unchanged(before);
    referrals.moved("btp.hco", reference, ACKNOWLEDGE);
    unchanged(before);
  }

  @Test
  void whenARecordThatTheyAreExcludedFromIsWorkedOn() {
    Map<String, String> before = everything();
    String reference = sent();
    owner.exclude(reference, watcher);
    unchanged(before);
    referrals.moved("btp.hco", reference, ACKNOWLEDGE);
    referrals.moved(
        "btp.hco",
        reference,
        "{\"move\":\"reject\",\"reason\":\"OUT_OF_AREA\",\"text\":\"No.\",\"advice\":\"None.\"}");
    unchanged(before);
  }

  @Test
  void whenAColleagueIsExcludedFromWhatTheySee() {
    String colleague = directory.joins("BTP/hate-crime-unit", "hate-crime-officer");
    api.get(colleague, "/api/me");
    Map<String, String> before = everything();
    owner.exclude(seen, colleague);
    unchanged(before);
  }

  @Test
  void whenSomebodyAsksForAccessToWhatTheySee() {
    Map<String, String> before = everything();
    assertThat(referrals.asked("nhs.safeguarding", seen).status()).isEqualTo(202);
    unchanged(before);
  }

  @Test
  void whenRecordsOfOthersAreSentAndWorkedOn() {
    Map<String, String> before = everything();
    referrals.received();
    referrals.sent("nhs.practitioner", "HERTS-POLICE");
    unchanged(before);
  }

  private void unchanged(Map<String, String> before) {
    Map<String, String> after = everything();
    before.forEach((door, read) -> assertThat(after.get(door)).as(door).isEqualTo(read));
  }

  private Map<String, String> everything() {
    Map<String, String> everything = new LinkedHashMap<>();
    for (String sort : List.of("due", "changed", "reference", "from", "state")) {
      remember(everything, "/api/referrals?limit=100&sort=" + sort);
      remember(everything, "/api/referrals?limit=1&box=inbox&sort=" + sort);
    }
    for (String queue : List.of("mine", "team", "unassigned", "due", "waiting", "changed")) {
      remember(everything, "/api/referrals?limit=100&queue=" + queue);
      remember(everything, "/api/referrals?limit=1&queue=" + queue);
    }
    for (String path :
        List.of(
            "/api/referrals?state=RECEIVED",
            "/api/referrals?open=false",
            "/api/referrals?reference=HCR",
            "/api/referrals/" + seen,
            "/api/referrals/" + seen + "/access",
            "/api/access-requests",
            "/api/break-glass",
            "/api/agreements")) {
      remember(everything, path);
    }
    for (String page :
        List.of(
            "/",
            "/referral/inbox.xhtml",
            "/referral/inbox.xhtml?sort=CHANGED",
            "/referral/inbox.xhtml?queue=CHANGED",
            "/referral/inbox.xhtml?queue=TEAM",
            "/referral/referral.xhtml?ref=" + seen,
            "/referral/acknowledge.xhtml?ref=" + seen)) {
      everything.put(page, Silence.still(visitor.get(page)));
    }
    return everything;
  }

  private void remember(Map<String, String> everything, String path) {
    Answer answer = api.get(watcher, path);
    assertThat(answer.status()).as(path).isEqualTo(200);
    everything.put(path, answer.header("ETag") + " " + answer.header("Link") + " " + answer.body());
  }

  private String sent() {
    Answer draft = referrals.draft("council2.officer", referrals.complete().put("to", "BTP"));
    return referrals.moved("council2.officer", draft.reference(), SUBMIT).reference();
  }
}
