package uk.concordat.access;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import uk.concordat.access.World.Gift;
import uk.concordat.access.World.Paper;
import uk.concordat.access.World.Person;
import uk.concordat.access.World.Treaty;

/** Draws worlds; the same seed and instant draw the same world. */
final class Worlds {
  private static final List<String> OVERSIGHT = List.of("information-governance", "agency-admin");
  private static final List<String> POLICE =
      List.of("police-officer", "hate-crime-officer", "hate-crime-officer", "victim-liaison");
  private static final List<String> NHS =
      List.of("nhs-practitioner", "nhs-practitioner", "nhs-safeguarding-lead");
  private static final Map<String, List<String>> ROLES =
      Map.of(
          "HERTS-POLICE", POLICE,
          "BTP", POLICE,
          "CPS-THAMES-CHILTERN",
              List.of("cps-prosecutor", "cps-prosecutor", "cps-quality-reviewer", "victim-liaison"),
          "WELHAT-COUNCIL", List.of("council-officer"),
          "STEVENAGE-COUNCIL", List.of("council-officer"),
          "NORTH-LEA-NHS", NHS,
          "COLNE-VALLEY-NHS", NHS,
          "HAH-CENTRE-1", List.of("third-party-reporter"),
          "BOARD", List.of("board-analyst"));

  /** All nine, those with most of the work several times. */
  private static final List<String> POOL =
      List.of(
          "HERTS-POLICE",
          "HERTS-POLICE",
          "HERTS-POLICE",
          "CPS-THAMES-CHILTERN",
          "CPS-THAMES-CHILTERN",
          "CPS-THAMES-CHILTERN",
          "WELHAT-COUNCIL",
          "WELHAT-COUNCIL",
          "NORTH-LEA-NHS",
          "NORTH-LEA-NHS",
          "BTP",
          "STEVENAGE-COUNCIL",
          "COLNE-VALLEY-NHS",
          "HAH-CENTRE-1",
          "BOARD");

  static final List<String> AGENCIES = POOL.stream().distinct().sorted().toList();

  /** All twelve. */
  static final List<String> ROLES_HELD =
      Stream.concat(ROLES.values().stream().flatMap(List::stream), OVERSIGHT.stream())
          .distinct()
          .sorted()
          .toList();

  private static final List<String> NO_DRAFTS =
      List.of(
          "information-governance",
          "agency-admin",
          "victim-liaison",
          "cps-quality-reviewer",
          "board-analyst");
  private static final List<String> TEAMS =
      List.of("hate-crime-unit", "hate-crime-prosecutors", "community-safety", "response");
  private static final List<String> PURPOSES =
      List.of("PREVENT_DETECT", "VICTIM_SUPPORT", "SAFEGUARDING");
  private static final List<DataClass> CLASSES = Arrays.asList(DataClass.values());

  private final Dice dice;
  private final Instant now;
  private final List<String> cast;

  Worlds(long seed, Instant now) {
    dice = new Dice(seed);
    this.now = now;
    Set<String> few = new LinkedHashSet<>();
    while (few.size() < 2) {
      few.add(dice.one(POOL));
    }
    cast = List.copyOf(few);
  }

  World draw() {
    var matrices = new Matrices(dice, now);
    List<Person> people =
        Stream.concat(ROLES_HELD.stream().map(this::person), drawn(5, i -> person()).stream())
            .toList();
    List<Treaty> treaties = drawn(8, this::treaty);
    List<Paper> papers = drawn(6, i -> paper(people));
    Set<String> ended = dice.chance(6) ? Set.of(dice.one(people).role()) : Set.of();
    List<Person> acting = people.stream().map(person -> person.actingBeside(ended)).toList();
    return new World(matrices.permissions(), matrices.classes(), ended, acting, treaties, papers);
  }

  private static <T> List<T> drawn(int count, IntFunction<T> each) {
    return IntStream.range(0, count).mapToObj(each).toList();
  }

  private String agency() {
    return dice.one(dice.chance(7) ? POOL : cast);
  }

  /** Somebody of a role, if it may be of an agency that has a part in this world. */
  private Person person(String role) {
    List<String> agencies =
        POOL.stream()
            .filter(each -> OVERSIGHT.contains(role) || ROLES.get(each).contains(role))
            .toList();
    List<String> taking = agencies.stream().filter(cast::contains).toList();
    return person(dice.one(taking.isEmpty() || dice.chance(7) ? agencies : taking), role);
  }

  private Person person() {
    String agency = agency();
    return person(agency, dice.one(dice.chance(8) ? OVERSIGHT : ROLES.get(agency)));
  }

  private Person person(String agency, String role) {
    List<String> roles = new ArrayList<>(List.of(role));
    if (dice.chance(6)) {
      roles.add(dice.upTo(1), dice.one(ROLES.get(agency)));
    }
    Set<String> teams = dice.most(TEAMS);
    Set<String> leads = dice.chance(3) ? dice.most(teams) : Set.of();
    Set<String> led =
        TEAMS.stream()
            .filter(team -> !leads.contains(team) && dice.chance(6))
            .collect(Collectors.toSet());
    List<String> held = roles.stream().distinct().toList();
    return new Person(dice.uuid(), agency, role, held, teams, leads, led, dice.chance(15));
  }

  private Paper paper(List<Person> people) {
    Person owner = dice.chance(8) ? dice.one(people) : dice.one(drafters(people));
    String from = dice.chance(10) ? agency() : owner.agency(); // owners may move on
    String to = dice.chance(8) ? agency() : dice.one(people).agency();
    if (to.equals(from)) {
      to = dice.other(cast, from);
    }
    boolean draft = dice.chance(5);
    Person assignee = draft || dice.chance(4) ? null : somebody(people, to);
    var record =
        new Participation(
            dice.uuid(),
            draft,
            owner.subject(),
            from,
            dice.chance(6) ? null : dice.one(TEAMS),
            draft && dice.chance(2) ? null : to,
            draft || dice.chance(6) ? null : dice.one(TEAMS),
            assignee == null ? null : assignee.subject(),
            draft && dice.chance(2) ? null : dice.one(PURPOSES),
            dice.chance(2),
            draft || !dice.chance(3) ? null : dice.around(now),
            !draft && dice.chance(6));
    List<UUID> subjects = people.stream().map(Person::subject).toList();
    Set<UUID> named = dice.most(subjects);
    Set<UUID> excluded = dice.few(10, subjects);
    return new Paper(
        record,
        !draft && dice.chance(4),
        named,
        dice.few(8, without(subjects, named)),
        excluded,
        dice.few(10, without(subjects, excluded)),
        draft ? List.of() : dice.few(4, people).stream().map(this::gift).toList());
  }

  /** Those of the cast whose role may draft; everybody where there is none. */
  private List<Person> drafters(List<Person> people) {
    List<Person> drafters =
        people.stream()
            .filter(each -> cast.contains(each.agency()) && !NO_DRAFTS.contains(each.role()))
            .toList();
    return drafters.isEmpty() ? people : drafters;
  }

  /** Somebody of the agency where there is one. */
  private Person somebody(List<Person> people, String agency) {
    List<Person> there = people.stream().filter(each -> each.agency().equals(agency)).toList();
    return dice.one(there.isEmpty() || dice.chance(8) ? people : there);
  }

  private static List<UUID> without(List<UUID> subjects, Set<UUID> these) {
    return subjects.stream().filter(each -> !these.contains(each)).toList();
  }

  private Gift gift(Person person) {
    boolean glass = dice.chance(2);
    Instant from = dice.chance(3) ? dice.around(now) : now.minus(Duration.ofMinutes(30));
    Instant end = from.plus(Duration.ofHours(1 + dice.upTo(71)));
    return new Gift(
        person.subject(),
        dice.chance(15) ? agency() : person.agency(),
        dice.chance(8) ? "council-officer" : person.role(),
        glass,
        classes(),
        glass ? "EMERGENCY" : dice.one(PURPOSES),
        from,
        !glass && dice.chance(2) ? null : dice.chance(8) && from.isBefore(now) ? now : end,
        dice.chance(5) ? dice.around(now) : null);
  }

  private Treaty treaty(int number) {
    String first = agency();
    String second = dice.other(cast, first);
    Instant start = dice.chance(3) ? dice.around(now) : now.minus(Duration.ofDays(100));
    Instant end = dice.chance(3) ? start.plus(Duration.ofHours(72)) : null;
    boolean exact = dice.chance(20) && start.isBefore(now);
    Period valid = new Period(start, exact ? now : end);
    boolean never = dice.chance(8);
    String status =
        dice.one(
            never
                ? List.of("PROPOSED", "REFUSED", "WITHDRAWN")
                : valid.to() == null ? List.of("ACTIVE") : List.of("ENDED", "SUPERSEDED"));
    return new Treaty(
        "ISA-" + (900_000 + number),
        first,
        second,
        classes(),
        classes(),
        dice.most(PURPOSES),
        status,
        never ? null : valid,
        dice.chance(3));
  }

  private Set<DataClass> classes() {
    Set<DataClass> classes = EnumSet.noneOf(DataClass.class);
    classes.addAll(dice.most(CLASSES));
    if (!dice.chance(8)) {
      classes.add(DataClass.D1);
    }
    return classes;
  }
}
