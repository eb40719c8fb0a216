package uk.concordat.access;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import uk.concordat.access.World.Paper;
import uk.concordat.access.World.Person;

/** Draws worlds; the same seed and instant draw the same world. */
final class Worlds {
  private static final Map<String, List<String>> ROLES =
      Map.of(
          "HERTS-POLICE",
          List.of(
              "police-officer", "hate-crime-officer", "victim-liaison", "information-governance"),
          "BTP",
          List.of("hate-crime-officer", "police-officer"),
          "CPS-THAMES-CHILTERN",
          List.of("cps-prosecutor", "cps-quality-reviewer", "information-governance"),
          "WELHAT-COUNCIL",
          List.of("council-officer", "information-governance", "agency-admin"),
          "STEVENAGE-COUNCIL",
          List.of("council-officer"),
          "NORTH-LEA-NHS",
          List.of("nhs-practitioner", "nhs-safeguarding-lead", "information-governance"),
          "HAH-CENTRE-1",
          List.of("third-party-reporter"),
          "BOARD",
          List.of("board-analyst", "information-governance"));
  private static final List<String> AGENCIES = ROLES.keySet().stream().sorted().toList();
  private static final List<String> TEAMS =
      List.of("hate-crime-unit", "hate-crime-prosecutors", "community-safety", "response");
  private static final List<String> PURPOSES =
      List.of("PREVENT_DETECT", "VICTIM_SUPPORT", "SAFEGUARDING");

  private final Random random;
  private final Instant now;

  Worlds(long seed, Instant now) {
    random = new Random(seed);
    this.now = now;
  }

  World draw() {
    List<Person> people = IntStream.range(0, 9).mapToObj(i -> person()).toList();
    List<Paper> papers = IntStream.range(0, 6).mapToObj(i -> paper(people)).toList();
    return new World(people, papers, IntStream.range(0, 7).mapToObj(this::agreement).toList());
  }

  private Person person() {
    String agency = one(random.nextInt(3) > 0 ? AGENCIES.subList(3, 8) : AGENCIES);
    Set<String> teams = some(TEAMS);
    return new Person(
        uuid(), agency, one(ROLES.get(agency)), teams, chance(3) ? some(teams) : Set.of());
  }

  private Paper paper(List<Person> people) {
    Person owner = one(people);
    String to = chance(4) ? one(AGENCIES) : one(people).agency();
    if (to.equals(owner.agency())) {
      to = AGENCIES.get((AGENCIES.indexOf(to) + 1) % AGENCIES.size());
    }
    boolean draft = chance(6);
    var record =
        new Participation(
            uuid(),
            draft,
            owner.subject(),
            owner.agency(),
            chance(6) ? null : one(TEAMS),
            draft && chance(2) ? null : to,
            draft || chance(6) ? null : one(TEAMS),
            draft || chance(2) ? null : one(people).subject(),
            draft && chance(2) ? null : one(PURPOSES),
            chance(2),
            draft || !chance(5) ? null : moment());
    return new Paper(
        record,
        !draft && chance(4),
        some(people).stream().map(Person::subject).collect(Collectors.toSet()),
        people.stream().filter(p -> chance(10)).map(Person::subject).collect(Collectors.toSet()),
        people.stream().filter(p -> !draft && chance(6)).map(this::grant).toList());
  }

  private Grant grant(Person person) {
    boolean glass = chance(2);
    Instant from = moment();
    Instant to = from.plus(Duration.ofHours(1 + random.nextInt(72)));
    return new Grant(
        person.subject(),
        person.agency(),
        chance(8) ? "council-officer" : person.role(),
        glass,
        some(Arrays.asList(DataClass.values())),
        one(PURPOSES),
        new Period(from, glass || chance(2) ? to : null));
  }

  private Flow agreement(int number) {
    String from = one(AGENCIES);
    String to = one(AGENCIES);
    if (from.equals(to)) {
      to = AGENCIES.get((AGENCIES.indexOf(to) + 1) % AGENCIES.size());
    }
    Instant start = chance(3) ? moment() : now.minus(Duration.ofDays(100));
    List<DataClass> most = new ArrayList<>(some(Arrays.asList(DataClass.values())));
    most.add(DataClass.D1);
    return new Flow(
        "ISA-" + (900 + number),
        from,
        to,
        Set.copyOf(most),
        some(PURPOSES),
        new Period(start, chance(3) ? start.plus(Duration.ofHours(72)) : null));
  }

  /** Some time around now, but never now itself. */
  private Instant moment() {
    return now.plus(Duration.ofMinutes(random.nextInt(8_000) - 4_000L)).plusSeconds(30);
  }

  private boolean chance(int oneIn) {
    return random.nextInt(oneIn) == 0;
  }

  private <T> T one(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }

  private <T> Set<T> some(Iterable<T> from) {
    Set<T> some = new LinkedHashSet<>();
    from.forEach(
        each -> {
          if (random.nextInt(3) > 0) {
            some.add(each);
          }
        });
    return some;
  }

  private UUID uuid() {
    return new UUID(
        random.nextLong() & 0xffffffffffff0fffL | 0x4000L,
        random.nextLong() & 0x3fffffffffffffffL | 0x8000000000000000L);
  }
}
