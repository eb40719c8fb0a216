package uk.concordat.it;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.concordat.it.Compartments.canary;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import uk.concordat.stack.DemoAccount;
import uk.concordat.stack.Stack;
import uk.concordat.stack.StackExtension;

/**
 * Every compartment of some records is full, and everybody of the demo walks through every door:
 * nothing that they read holds a class that they may not see, nor the reference of a record that
 * does not exist for them. Who may see what is written out by hand (domain.md 7.5, demo
 * agreements).
 */
@Order(1)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith({ApiExtension.class, StackExtension.class})
class SideDoorContentIT {
  private static final Set<String> OWN = Set.of("D2", "D3", "D4", "D5", "D6", "D14", "D15", "D16");
  private static final Set<String> SENT = Set.of("D2", "D3", "D4", "D5", "D14", "D15", "D16");
  private static final Set<String> UNIT = Set.of("D2", "D3", "D4", "D5", "D6", "D9", "D15", "D16");
  private static final Set<String> FORCE = Set.of("D2", "D4", "D5", "D6", "D16");
  private static final Set<String> TRUST = Set.of("D2", "D3", "D4", "D5", "D13", "D15", "D16");
  private static final Set<String> LIAISON = Set.of("D2", "D4", "D16");
  private static final Set<String> HEADER = Set.of();

  /** For those who have no part in any, and for pages that are not about one. */
  private static final Set<String> SAMPLE = Set.of("sent", "clinical");

  /** By the label of a record: who knows of it, and which classes they see in full. */
  private static final Map<String, Map<String, Set<String>>> SEEN =
      Map.of(
          "draft", Map.of("council.officer", OWN),
          "sent",
              Map.of(
                  "council.officer", OWN,
                  "council.lead", SENT,
                  "council.governance", HEADER,
                  "police.hco", UNIT,
                  "police.lead", UNIT,
                  "police.officer", FORCE,
                  "police.liaison", LIAISON,
                  "police.governance", HEADER),
          "excluded",
              Map.of(
                  "council.officer", OWN,
                  "council.governance", HEADER,
                  "police.hco", UNIT,
                  "police.lead", UNIT,
                  "police.liaison", LIAISON,
                  "police.governance", HEADER),
          "restricted", Map.of("council.officer", OWN, "police.hco", UNIT),
          "rejected",
              Map.of(
                  "council.officer", OWN,
                  "council.lead", SENT,
                  "council.governance", HEADER,
                  "police.hco", UNIT,
                  "police.lead", UNIT,
                  "police.officer", FORCE,
                  "police.liaison", LIAISON,
                  "police.governance", HEADER),
          "clinical",
              Map.of(
                  "nhs.practitioner", TRUST,
                  "nhs.safeguarding", TRUST,
                  "nhs.governance", HEADER,
                  "police.hco", UNIT,
                  "police.lead", UNIT,
                  "police.officer", FORCE,
                  "police.liaison", LIAISON,
                  "police.governance", HEADER));

  private final Api api;
  private final Visitors visitors;
  private final Referrals referrals;
  private final Compartments compartments;
  private final DatabaseOwner owner;
  private final EveryDoor doors;
  private final List<String> people;
  private final Map<String, String> references = new LinkedHashMap<>();
  private final Map<String, Visitor> visits = new LinkedHashMap<>();

  SideDoorContentIT(
      Api api, Visitors visitors, Compartments compartments, DatabaseOwner owner, Stack stack) {
    this.api = api;
    this.visitors = visitors;
    this.compartments = compartments;
    this.owner = owner;
    referrals = new Referrals(api);
    doors = new EveryDoor(api.description());
    people = stack.accounts().stream().map(DemoAccount::username).toList();
  }

  /** Before the walks begin: Keycloak takes two sign-ins of one person at once for an attack. */
  @BeforeAll
  void signIn() {
    visited().forEach(person -> visits.put(person, visitors.signedIn(person)));
  }

  @BeforeAll
  void fillEverything() {
    references.put("draft", referrals.draft().reference());
    references.put("sent", referrals.received().reference());
    references.put("excluded", referrals.received().reference());
    references.put("restricted", referrals.received().reference());
    references.put("rejected", referrals.received().reference());
    references.put("clinical", referrals.sent("nhs.practitioner", "HERTS-POLICE").reference());
    String said = canary("D16", "rejected");
    referrals.moved(
        "police.hco",
        references.get("rejected"),
        "{\"move\":\"reject\",\"reason\":\"OUT_OF_AREA\",\"text\":\"%1$s\",\"advice\":\"%1$s\"}"
            .formatted(said));
    references.forEach((label, reference) -> compartments.fill(reference, label));
    owner.exclude(references.get("excluded"), "police.officer");
    owner.exclude(references.get("excluded"), "council.lead");
    referrals.restricted("police.hco", references.get("restricted"));
  }

  /** The canaries are there to be found, or the walks prove nothing. */
  @Test
  void whoMaySeeAClassReadsItsCanary() {
    String hco = api.get("police.hco", "/api/referrals/" + references.get("sent")).body();
    assertThat(hco).contains(canary("D2", "sent"), canary("D4", "sent"), canary("D5", "sent"));
    String sender =
        api.get("council.officer", "/api/referrals/" + references.get("rejected")).body();
    assertThat(sender).contains(canary("D16", "rejected"), canary("D5", "rejected"));
    assertThat(page("police.hco", "/referral/referral.xhtml?ref=" + references.get("sent")))
        .contains(canary("D5", "sent"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("people")
  void nothingWithheldComesThroughTheApi(String person) {
    boolean outsider = SEEN.values().stream().noneMatch(seen -> seen.containsKey(person));
    for (String address : doors.readable(values(outsider ? SAMPLE : references.keySet()))) {
      Answer answer = api.get(person, address);
      assertThat(answer.header("Last-Modified")).as(address).isEmpty();
      assertSilent(person, address, answer.headers().map() + answer.body());
    }
    for (String list : lists()) {
      assertSilent(person, list, api.get(person, list).body());
    }
    for (String text : searches()) {
      assertSilent(person, "search", new Searches(api).asked(person, text, 100).body());
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("visited")
  void nothingWithheldComesThroughThePortal(String person) {
    Visitor visitor = visits.get(person);
    List<String> addresses = new ArrayList<>();
    for (String page : EveryDoor.pages()) {
      addresses.add(page);
      labels(page).stream()
          .filter(label -> worthAsking(person, label, page))
          .forEach(label -> addresses.add(page + "?ref=" + references.get(label)));
    }
    for (String box : List.of("INBOX", "SENT", "SHARED", "DRAFTS")) {
      for (String sort : List.of("CHANGED", "REFERENCE", "STATE")) {
        addresses.add("/referral/inbox.xhtml?status=ALL&box=" + box + "&sort=" + sort);
      }
    }
    for (String address : addresses) {
      Answer answer = visitor.get(address);
      assertThat(answer.status()).as(address).isLessThan(500);
      assertThat(answer.header("Last-Modified")).as(address).isEmpty();
      assertSilent(person, address, answer.headers().map() + answer.body());
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("visited")
  void nothingWithheldComesThroughSearchInThePortal(String person) {
    for (String text : searches()) {
      Map<String, String> form =
          Map.of(
              "jakarta.faces.ViewState",
              "stateless",
              "form",
              "form",
              "search-text",
              text,
              "search",
              "");
      Answer sent = visits.get(person).post("/referral/search.xhtml", form);
      assertThat(sent.header("Location")).as(text).isPresent();
      Answer answer = visits.get(person).get(sent.header("Location").orElseThrow());
      assertThat(answer.status()).as(text).isLessThan(500);
      assertSilent(person, "search", answer.body());
    }
  }

  /** What finds all that is found, by the words that stand in every compartment of a record. */
  private List<String> searches() {
    List<String> searches = new ArrayList<>(List.of(references.get("sent").substring(0, 10)));
    references.keySet().forEach(label -> searches.add("canary " + label));
    return searches;
  }

  /** The records that a page is worth asking for. */
  private Set<String> labels(String page) {
    if (page.startsWith("/referral/draft/")) {
      return Set.of("draft", "sent");
    }
    boolean named = page.startsWith("/referral/") || page.startsWith("/access/");
    return named ? references.keySet() : SAMPLE;
  }

  /**
   * Every page of a record that somebody knows of; of the others one by turns, so that each reason
   * for which one does not exist is met on many pages.
   */
  private boolean worthAsking(String person, String label, String page) {
    List<String> unknown =
        references.keySet().stream().filter(one -> !SEEN.get(one).containsKey(person)).toList();
    return !unknown.contains(label)
        || unknown.get(Math.floorMod(page.hashCode(), unknown.size())).equals(label);
  }

  private void assertSilent(String person, String address, String read) {
    references.forEach(
        (label, reference) -> {
          Map<String, Set<String>> seen = SEEN.get(label);
          Set<String> classes = seen.getOrDefault(person, Set.of());
          List<String> all = new ArrayList<>(Compartments.classes());
          all.add("D16");
          for (String dataClass : all) {
            if (!classes.contains(dataClass)) {
              assertThat(read)
                  .as("%s reads %s", person, address)
                  .doesNotContain(canary(dataClass, label));
            }
          }
          if (!seen.containsKey(person) && !address.contains(reference)) {
            assertThat(read).as("%s reads %s", person, address).doesNotContain(reference);
          }
        });
  }

  private Stream<String> people() {
    return people.stream();
  }

  /** Each for another reason: sees part, is excluded, is not named, oversees, has no part. */
  private Stream<String> visited() {
    return Stream.of(
        "police.hco", "police.officer", "council.lead", "police.governance", "nhs.safeguarding");
  }

  private Map<String, List<String>> values(Set<String> labels) {
    return Map.of(
        "reference", labels.stream().map(references::get).toList(),
        "subject", List.of(api.subject("council.officer"), api.subject("police.officer")),
        "code", List.of("ISA-101"),
        "version", List.of("1"),
        "id", List.of("00000000-0000-0000-0000-000000000000"));
  }

  private List<String> lists() {
    List<String> lists = new ArrayList<>();
    for (String sort : List.of("due", "changed", "reference", "from", "state")) {
      lists.add("/api/referrals?limit=100&sort=" + sort);
    }
    references.values().forEach(one -> lists.add("/api/referrals?reference=" + one));
    return lists;
  }

  private String page(String person, String address) {
    return visits.get(person).get(address).body();
  }
}
