package uk.concordat.access;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import uk.concordat.access.World.Gift;
import uk.concordat.access.World.Paper;
import uk.concordat.access.World.Person;
import uk.concordat.access.World.Treaty;

/** How often each kind of decision was compared, and each circumstance met. */
final class Coverage {
  private static final List<String> SIGHTS =
      List.of(
          "FULL DRAFT",
          "FULL OWNER",
          "FULL ASSIGNEE",
          "FULL SENDER",
          "FULL RECIPIENT",
          "FULL GRANT",
          "FULL BREAK_GLASS",
          "MASKED OWNER",
          "MASKED ASSIGNEE",
          "MASKED SENDER",
          "MASKED RECIPIENT",
          "MASKED GRANT",
          "MASKED BREAK_GLASS",
          "HEADER HEADER",
          "ON_REQUEST ASK",
          "WITHHELD ROLE",
          "WITHHELD AGREEMENT",
          "WITHHELD ENDED",
          "WITHHELD NO_PART");

  private final Map<String, Long> counts = new TreeMap<>();
  private long worlds;
  private long decisions;

  Coverage() {
    SIGHTS.forEach(sight -> counts.put("class " + sight, 0L));
    Action.onReferral().forEach(action -> counts.put("permitted " + action.code(), 0L));
    Action.onReferral().forEach(action -> counts.put("not permitted " + action.code(), 0L));
    Worlds.AGENCIES.forEach(agency -> counts.put("asked from " + agency, 0L));
    Worlds.ROLES_HELD.forEach(role -> counts.put("asked as " + role, 0L));
  }

  long decisions() {
    return decisions;
  }

  /** Counts the decisions about one person and one record. */
  void add(Person person, Access access) {
    for (DataClass dataClass : DataClass.ofRecord()) {
      Sight sight = access.sights().getOrDefault(dataClass, Sight.NONE);
      count("class " + sight.level() + " " + sight.why());
      decisions++;
    }
    for (Action action : Action.onReferral()) {
      count((access.permits(action) ? "permitted " : "not permitted ") + action.code());
      decisions++;
    }
    count("asked from " + person.agency());
    count("asked as " + person.role());
  }

  /** Counts what a world holds. */
  void add(World world, Instant now) {
    worlds++;
    count("role ended", world.endedRoles(), role -> true);
    count("staff suspended", world.people(), Person::suspended);
    count("staff of several roles", world.people(), person -> person.roles().size() > 1);
    count("lead of a team", world.people(), person -> !person.leads().isEmpty());
    count("lead of a team before or later", world.people(), person -> !person.led().isEmpty());
    List<Treaty> treaties = world.treaties();
    count("agreement never in force", treaties, treaty -> treaty.valid() == null);
    count("agreement in force later", treaties, treaty -> begins(treaty.valid(), now));
    count("agreement over", treaties, treaty -> ended(treaty.valid(), now));
    count("agreement changed after sending", treaties, Treaty::late);
    List<Paper> papers = world.papers();
    count("record draft", papers, paper -> paper.participation().draft());
    count("record restricted", papers, Paper::restricted);
    count("record with an exclusion", papers, paper -> !paper.excluded().isEmpty());
    count("record with a lifted exclusion", papers, paper -> !paper.lifted().isEmpty());
    count("record recalled", papers, paper -> paper.participation().recalled());
    count("record agreed", papers, paper -> paper.participation().agreed());
    count("record assigned", papers, paper -> paper.participation().assignee() != null);
    papers.stream()
        .map(paper -> paper.participation().contentUntil())
        .filter(until -> until != null)
        .forEach(until -> count("content ends " + when(until, now)));
    for (Paper paper : papers) {
      count("glass broken", paper.gifts(), Gift::glass);
      count("grant revoked", paper.gifts(), gift -> gift.revoked() != null);
      count("grant to come", paper.gifts(), gift -> begins(gift.grant().valid(), now));
      count("grant over", paper.gifts(), gift -> ended(gift.grant().valid(), now));
      count("grant at this instant", paper.gifts(), gift -> exact(gift.grant().valid(), now));
    }
    count("matrix row over", world.permissions().rows(), row -> row.to() != null);
    count("class row over", world.classes().rows(), row -> row.to() != null);
  }

  /** Kinds of decision that were never met. */
  List<String> missing() {
    return counts.keySet().stream().filter(kind -> counts.get(kind) == 0).toList();
  }

  private static boolean begins(Period period, Instant now) {
    return period != null && period.from().isAfter(now);
  }

  private static boolean ended(Period period, Instant now) {
    return period != null && period.to() != null && !period.to().isAfter(now);
  }

  private static boolean exact(Period period, Instant now) {
    return now.equals(period.from()) || now.equals(period.to());
  }

  private static String when(Instant instant, Instant now) {
    return instant.isBefore(now) ? "before" : instant.equals(now) ? "at this instant" : "later";
  }

  private <T> void count(String kind, Collection<T> all, Predicate<T> which) {
    all.stream().filter(which).forEach(each -> count(kind));
  }

  private void count(String kind) {
    counts.merge(kind, 1L, Long::sum);
  }

  @Override
  public String toString() {
    var text = new StringBuilder();
    text.append("Two walls compared: %,d decisions in %,d worlds%n".formatted(decisions, worlds));
    counts.forEach((kind, count) -> text.append("%,12d %s%n".formatted(count, kind)));
    return text.toString();
  }
}
