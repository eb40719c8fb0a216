package uk.concordat.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What belongs in each queue, for every role ({@code queues.csv}), and nothing else about it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(ApiExtension.class)
class QueueIT {
  private static final List<String> QUEUES =
      List.of("mine", "team", "unassigned", "due", "waiting", "changed");

  private static final List<String> READ_NONE =
      List.of("police.governance", "council.admin", "board.analyst");

  private final Map<String, String> roles = new HashMap<>();
  private final Api api;
  private final DatabaseOwner owner;
  private final StaffDirectory directory;
  private final Scenes scenes;
  private final Referrals referrals;
  private Players players;

  QueueIT(Api api, StaffDirectory directory, DatabaseOwner owner) {
    this.api = api;
    this.owner = owner;
    this.directory = directory;
    scenes = new Scenes(api, owner);
    referrals = new Referrals(api);
  }

  @BeforeAll
  void gather() {
    players = new Players(api, directory, owner);
    owner.exclude(scenes.reference("council-to-police:excluded"), "police.hco");
    owner.grant(scenes.reference("council-to-police:granted"), "council2.officer");
  }

  Stream<Table.Line> lines() {
    return Table.read("queues.csv");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("lines")
  void holdsWhatTheTableSays(Table.Line line) {
    String reference = scenes.reference(line.get("scene"));
    owner.letItBeDueToday(reference);
    Set<String> found = new TreeSet<>();
    for (String queue : QUEUES) {
      if (holds(players.username(line.get("who")), queue, reference)) {
        found.add(queue.substring(0, 1).toUpperCase(Locale.ROOT));
      }
    }
    Set<String> expected =
        line.get("queues").equals("-") ? Set.of() : Set.of(line.get("queues").split(" "));
    assertThat(found).containsExactlyInAnyOrderElementsOf(expected);
  }

  /** Nothing is drawn for review yet, so that a reviewer stands in none. */
  @Test
  void everyRoleIsAsked() {
    Map<Boolean, Set<String>> found =
        lines()
            .collect(
                Collectors.partitioningBy(
                    line -> !line.get("queues").equals("-"),
                    Collectors.mapping(line -> role(line.get("who")), Collectors.toSet())));
    assertThat(found.get(true))
        .containsExactlyInAnyOrder(
            "police-officer",
            "hate-crime-officer",
            "cps-prosecutor",
            "council-officer",
            "nhs-practitioner",
            "nhs-safeguarding-lead",
            "third-party-reporter",
            "victim-liaison");
    Set<String> all = new TreeSet<>(found.get(true));
    all.addAll(found.get(false));
    READ_NONE.forEach(who -> all.add(role(who)));
    assertThat(all)
        .containsExactlyInAnyOrderElementsOf(
            owner.column("select code from staff_role where code not in ('system')"));
  }

  /**
   * What a practitioner or a reporter sees is somebody's; nobody asks a reporter anything, and
   * victim liaison is given nothing.
   */
  @Test
  void everyRoleIsAskedForEveryQueueThatItCanHave() {
    Map<String, Set<String>> queues =
        lines()
            .filter(line -> !line.get("queues").equals("-"))
            .collect(
                Collectors.groupingBy(
                    line -> role(line.get("who")),
                    Collectors.flatMapping(
                        line -> Stream.of(line.get("queues").split(" ")), Collectors.toSet())));
    Map<String, Set<String>> never =
        Map.of(
            "nhs-practitioner",
            Set.of("U"),
            "third-party-reporter",
            Set.of("U", "D"),
            "victim-liaison",
            Set.of("M", "T"));
    queues.forEach(
        (role, asked) -> {
          Set<String> expected = new TreeSet<>(Set.of("M", "T", "U", "D", "W", "C"));
          expected.removeAll(never.getOrDefault(role, Set.of()));
          assertThat(asked).as(role).isEqualTo(expected);
        });
  }

  private String role(String who) {
    return roles.computeIfAbsent(
        who, name -> api.get(players.username(name), "/api/me").text("/role"));
  }

  static List<String> readNone() {
    return READ_NONE;
  }

  @ParameterizedTest
  @MethodSource("readNone")
  void isNothingToWhoeverReadsNoReferral(String who) {
    for (String queue : QUEUES) {
      assertThat(api.get(who, "/api/referrals?queue=" + queue).status()).isEqualTo(403);
    }
  }

  @Test
  void whatIsDueLaterIsNotDue() {
    String reference = referrals.submitted().reference();
    assertThat(holds("police.hco", "due", reference)).isFalse();
    owner.letTimeRunOut(reference);
    assertThat(holds("police.hco", "due", reference)).isTrue();
  }

  @Test
  void whatChangedLongAgoIsNotRecentlyChanged() {
    String reference = referrals.submitted().reference();
    owner.letItHaveChanged(reference, 6);
    assertThat(holds("police.hco", "changed", reference)).isTrue();
    owner.letItHaveChanged(reference, 8);
    assertThat(holds("police.hco", "changed", reference)).isFalse();
  }

  @Test
  void isWalkedThereAndBackAndNarrowed() {
    String colleague = directory.joins("HERTS-POLICE/hate-crime-unit", "hate-crime-officer");
    api.subject(colleague);
    List<String> given = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      given.add(referrals.taken(colleague));
    }
    List<String> there = new ArrayList<>();
    String path = "/api/referrals?queue=mine&limit=2";
    String last = null;
    while (path != null) {
      Answer page = api.get(colleague, path);
      there.addAll(page.items("reference"));
      last = page.link("prev").orElse(null);
      path = page.link("next").orElse(null);
    }
    assertThat(there).containsExactlyInAnyOrderElementsOf(given);
    assertThat(api.get(colleague, last).items("reference")).isEqualTo(there.subList(2, 4));
    assertThat(
            api.get(colleague, "/api/referrals?queue=mine&state=ACCEPTED&strand=REL")
                .items("reference"))
        .hasSize(5);
    assertThat(api.get(colleague, "/api/referrals?queue=mine&from=BTP").items("reference"))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "queue=lost,queue:unknown",
    "queue=mine&box=inbox,box:not-with-queue",
    "queue=mine&sort=due,sort:not-with-queue",
    "queue=mine&queue=due,queue:repeated",
  })
  void isAskedForByItself(String query, String error) {
    Answer answer = api.get("police.hco", "/api/referrals?" + query);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.errors()).containsExactly(error);
  }

  private boolean holds(String who, String queue, String reference) {
    Answer page = api.get(who, "/api/referrals?queue=" + queue + "&reference=" + reference);
    assertThat(page.status()).as(page.body()).isEqualTo(200);
    return page.items("reference").contains(reference);
  }
}
