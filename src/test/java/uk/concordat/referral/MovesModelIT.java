package uk.concordat.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import uk.concordat.access.Access;
import uk.concordat.access.AccessPolicies;
import uk.concordat.access.AccessPolicy;
import uk.concordat.access.DataClass;
import uk.concordat.access.Flow;
import uk.concordat.access.Period;
import uk.concordat.access.RecordFacts;
import uk.concordat.caller.Caller;
import uk.concordat.kernel.Reference;
import uk.concordat.kernel.Strand;
import uk.concordat.kernel.Urgency;

/**
 * Random sequences of moves by random people at random times against the table of domain.md 7.2,
 * written a second time ({@link ModelTable}): nothing illegal can be reached, nothing legal is
 * refused; and the clocks are what is worked out apart ({@link ModelClock}), around changes of the
 * clock, Easter, Christmas and days that were made bank holidays besides. The property {@value
 * #PROPERTY} says how many attempts there are.
 */
class MovesModelIT {
  static final String PROPERTY = "concordat.decisions";
  private static final int TRIES = 40;
  private static final long EACH = Long.getLong(PROPERTY, 32_000) / TRIES;
  private static final int STEPS = 40;

  /** What ends a walk soon. */
  private static final Set<Move> ENDS =
      EnumSet.of(Move.WITHDRAW, Move.REJECT, Move.REDIRECT, Move.DUPLICATE);

  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final Instant MATRIX = Instant.parse("2026-11-27T10:00:00Z");

  private static final Caller CREATOR =
      person("WELHAT-COUNCIL", "council-officer", "safety", false);
  private static final Caller LEAD = person("WELHAT-COUNCIL", "council-officer", "safety", true);
  private static final Caller OFFICER = person("HERTS-POLICE", "police-officer", "unit", false);
  private static final Caller HCO = person("HERTS-POLICE", "hate-crime-officer", "unit", false);
  private static final List<Caller> PEOPLE =
      List.of(
          CREATOR,
          LEAD,
          person("WELHAT-COUNCIL", "council-officer", "safety", false),
          person("WELHAT-COUNCIL", "council-officer", "housing", true),
          OFFICER,
          HCO,
          person("HERTS-POLICE", "hate-crime-officer", "other", false),
          person("HERTS-POLICE", "police-officer", "unit", true),
          person("HERTS-POLICE", "victim-liaison", "unit", false),
          person("HERTS-POLICE", "information-governance", "unit", false),
          person("WELHAT-COUNCIL", "information-governance", "safety", false),
          person("BTP", "hate-crime-officer", "unit", true),
          person("NORTH-LEA-NHS", "nhs-practitioner", "unit", false));

  private final AccessPolicy policy = AccessPolicies.at(MATRIX);

  private static Caller person(String agency, String role, String team, boolean leads) {
    return Caller.holding(UUID.randomUUID(), role, role, agency, Set.of(team), List.of(role))
        .acting(role, leads ? Set.of(team) : Set.of());
  }

  @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
  void noIllegalMoveIsMadeNoLegalOneRefusedAndEveryClockIsRight(@ForAll long seed) {
    long attempts = 0;
    for (long walk = seed; attempts < EACH; walk++, attempts += STEPS) {
      new Walk(new Random(walk), "walk " + walk).run();
    }
  }

  /** One referral through many attempts. */
  private final class Walk {
    private final Random random;
    private final List<String> path = new ArrayList<>();
    private final Urgency urgency;
    private final ModelClock model;
    private final ReferralClock clock = new ReferralClock();
    private final Referral referral;
    private Instant now;
    private String state = "DRAFT";
    private boolean recalled;
    private UUID assignee;
    private Instant stopped;
    private Instant stoppedDue;

    /** What the product is told of: moves and contacts with the person harmed, as they are kept. */
    private final List<OutcomeNews.Made> made = new ArrayList<>();

    private final List<OutcomeNews.Said> said = new ArrayList<>();
    private final OutcomeOwed outcomeOwed = new OutcomeOwed();
    private final List<Flow> flows;

    /** Domain.md 7.2, moves 15 and 16, a second time: no clock of the news runs when it closes. */
    private final ModelNews news;

    /** What is due while it is worked on, and until the person harmed was told what came of it. */
    private String worked;

    private Instant sent;
    private Instant due;

    Walk(Random random, String name) {
      this.random = random;
      path.add(name);
      boolean needsCross = random.nextInt(4) > 0;
      flows = flows(needsCross);
      news = new ModelNews(needsCross);
      outcomeOwed.contacts = new ModelContacts(made, said);
      urgency = Urgency.values()[random.nextInt(Urgency.values().length)];
      now = begin();
      model = new ModelClock(ModelClock.day(now).plusDays(random.nextInt(6)));
      clock.codeLists = new ModelLists(model.holidays());
      referral = new Referral(Reference.of(2026, 1), CREATOR, now);
      referral.describe(content(urgency), ReferralType.values()[0], "unit", now);
    }

    /** Around what is awkward: a change of the clock, Easter, Christmas, midnight. */
    private Instant begin() {
      int year = 2024 + random.nextInt(5);
      LocalDate day =
          List.of(
                  lastSunday(year, 3),
                  lastSunday(year, 10),
                  BankHolidays.easter(year),
                  LocalDate.of(year, 12, 25),
                  LocalDate.of(year, 2, 28),
                  LocalDate.of(year, 5, 4))
              .get(random.nextInt(6));
      LocalTime time =
          random.nextInt(3) == 0
              ? LocalTime.of(random.nextBoolean() ? 0 : 23, random.nextInt(60))
              : LocalTime.ofSecondOfDay(random.nextInt(86_400));
      return day.minusDays(random.nextInt(9)).plusDays(2).atTime(time).atZone(LONDON).toInstant();
    }

    private static LocalDate lastSunday(int year, int month) {
      LocalDate day = LocalDate.of(year, month, 31);
      return day.minusDays(day.getDayOfWeek().getValue() % 7);
    }

    void run() {
      for (int step = 0; step < STEPS; step++) {
        now = now.plus(Duration.ofMinutes(1 + (long) Math.pow(random.nextDouble() * 24, 3)));
        if (random.nextInt(3) == 0) {
          contact();
          now = now.plusSeconds(30); // no two things happen at once
        }
        clock.clock = Clock.fixed(now, ZoneOffset.UTC);
        attempt(
            random.nextInt(3) > 0 ? likely() : Move.values()[random.nextInt(Move.values().length)]);
      }
    }

    /** The receiver logs that the person harmed was told what came of it, or is not to be. */
    private void contact() {
      Contact.Result result = Contact.Result.values()[random.nextInt(3)];
      Instant at = now.minus(Duration.ofMinutes((long) Math.pow(random.nextDouble() * 12, 3)));
      at = at.truncatedTo(ChronoUnit.MINUTES);
      path.add(result + " of " + at + " at " + now);
      said.add(new OutcomeNews.Said(result, at, now));
      news.said(result.name(), at);
    }

    /** Something that the table has from here, where there is something. */
    private Move likely() {
      List<Move> from =
          Stream.of(Move.values())
              .filter(move -> move != Move.RECALL || random.nextInt(20) == 0)
              .filter(move -> !ENDS.contains(move) || random.nextInt(5) == 0)
              .filter(move -> ModelTable.line(state, move.code()).isPresent())
              .toList();
      return from.isEmpty() ? Move.WITHDRAW : from.get(random.nextInt(from.size()));
    }

    private void attempt(Move move) {
      Optional<ModelTable.Line> line = ModelTable.line(state, move.code());
      Caller who = somebody(line);
      path.add(who.agency() + " " + who.role() + " " + move + " at " + now);
      boolean legal =
          !recalled
              && line.isPresent()
              && line.get().who().stream().anyMatch(one -> is(who, one))
              && !(move.code().equals("close") && news.owed());
      assertThat(permitted(move, who)).as("%s", path).isEqualTo(legal);
      if (!legal && (recalled || line.isEmpty()) && moves(move)) {
        assertThatThrownBy(() -> make(move, who)).as("%s", path).isInstanceOf(ImpossibleMove.class);
      }
      if (legal && moves(move)) {
        make(move, who);
        made.add(new OutcomeNews.Made(move, now));
        expect(move, ModelTable.next(state, line.get()));
      }
      holds();
    }

    /** Two times of three somebody whom the table names, so that walks lead far. */
    private Caller somebody(Optional<ModelTable.Line> line) {
      List<Caller> named =
          PEOPLE.stream()
              .filter(one -> line.stream().flatMap(l -> l.who().stream()).anyMatch(w -> is(one, w)))
              .toList();
      List<Caller> among = named.isEmpty() || random.nextInt(3) == 0 ? PEOPLE : named;
      return among.get(random.nextInt(among.size()));
    }

    private boolean permitted(Move move, Caller who) {
      return move.leaves(referral.state(), referral.recalled())
          && move.mover().permitted(who, referral.participation(), access(who)).isPresent()
          && !(move.guardedBy(Guard.HARMED_TOLD) && owes(who));
    }

    private Access access(Caller who) {
      RecordFacts facts =
          new RecordFacts(referral.participation(), false, Set.of(), Set.of(), List.of(), flows);
      return policy.decide(who, facts);
    }

    private boolean owes(Caller who) {
      return outcomeOwed.of(referral.header(), access(who));
    }

    /** Whom a word of the table means. */
    private boolean is(Caller who, String word) {
      return switch (word) {
        case "creator" -> who == CREATOR;
        case "sender" -> who == CREATOR || who == LEAD;
        case "lead" -> who == LEAD;
        case "assignee" -> who.subject().equals(assignee);
        default -> who.agency().equals("HERTS-POLICE") && who.role().equals("hate-crime-officer");
      };
    }

    /** Whether the aggregate has the move; of the others only whose they are is asked. */
    private static boolean moves(Move move) {
      return !EnumSet.of(Move.DISCARD, Move.TIME_OUT, Move.AMEND, Move.CANCEL, Move.REINSTATE)
          .contains(move);
    }

    private void make(Move move, Caller who) {
      UUID next = random.nextBoolean() ? OFFICER.subject() : HCO.subject();
      switch (move) {
        case SUBMIT -> referral.submit(CREATOR, true, clock.start("ACKNOWLEDGE", urgency, now));
        case ACKNOWLEDGE ->
            referral.proceed(move, Deadline.of(clock.start("DECIDE", urgency, started())), now);
        case ASK -> referral.proceed(move, waiting("ANSWER"), now);
        case HOLD -> referral.proceed(move, waiting("REVIEW"), now);
        case ANSWER, RESUME ->
            referral.proceed(move, Deadline.of(clock.resumed(referral.deadline(), urgency)), now);
        case ACCEPT -> referral.accept(next, clock.start("FIRST_CONTACT", urgency, now));
        case START -> referral.proceed(move, Deadline.of(referral.clock()), now);
        case REJECT, REDIRECT, DUPLICATE -> referral.turnAway(move, now);
        case WITHDRAW -> referral.withdraw(now);
        case RECORD_OUTCOME ->
            referral.proceed(
                move, owes(who) ? Deadline.of(referral.clock()) : Deadline.none(), now);
        case CLOSE -> referral.proceed(move, Deadline.none(), now);
        case REOPEN -> referral.reopen(clock.start("UPDATE", urgency, now));
        case ASSIGN -> referral.assign(next, now);
        case RECALL -> referral.recall(now);
        default -> throw new IllegalArgumentException(move.name());
      }
    }

    private Instant started() {
      return referral.submittedAt() == null ? now : referral.submittedAt();
    }

    private Deadline waiting(String step) {
      return referral.deadline().pausedFor(clock.until(step, ModelClock.day(now).plusDays(5)));
    }

    /** What the model says that has become of it. */
    private void expect(Move move, String next) {
      switch (move) {
        case SUBMIT -> {
          sent = now;
          due = model.due("ACKNOWLEDGE", urgency, now);
        }
        case ACKNOWLEDGE -> due = model.due("DECIDE", urgency, sent);
        case ASK, HOLD -> {
          stopped = now;
          stoppedDue = due;
          due = ModelClock.five(ModelClock.day(now).plusDays(5));
        }
        case ANSWER -> due = model.resumed("DECIDE", urgency, stoppedDue, stopped, now);
        case RESUME -> due = model.resumed(worked, urgency, stoppedDue, stopped, now);
        case ACCEPT -> {
          worked = "FIRST_CONTACT";
          due = model.due(worked, urgency, now);
        }
        case START -> news.begins(now);
        case RECORD_OUTCOME -> {
          worked = news.owed() ? worked : null;
          due = news.owed() ? due : null;
          news.recorded();
        }
        case REOPEN -> {
          news.begins(now);
          worked = "UPDATE";
          due = model.due(worked, urgency, now);
        }
        case RECALL -> recalled = true;
        default -> due = next.equals(state) ? due : null;
      }
      if (move == Move.ACCEPT || move == Move.ASSIGN) {
        assignee = referral.route().assignee();
      }
      state = next;
    }

    private void holds() {
      assertThat(referral.state().name()).as("%s", path).isEqualTo(state);
      assertThat(referral.recalled()).as("%s", path).isEqualTo(recalled);
      String step =
          state.equals("IN_PROGRESS") || state.equals("OUTCOME_RECORDED")
              ? worked
              : ModelTable.due(state);
      Clocked running = referral.clock();
      if (step == null) {
        assertThat(running).as("%s", path).isNull();
        return;
      }
      assertThat(running).as("%s", path).isNotNull();
      assertThat(running.step()).as("%s", path).isEqualTo(step);
      assertThat(running.due()).as("%s: %s %s", path, step, urgency).isEqualTo(due);
      if (recalled) {
        boolean chosen = step.equals("ANSWER") || step.equals("REVIEW");
        assertThat(clock.heeded(running, urgency, referral.changedAt()).due())
            .as("%s goes on", path)
            .isEqualTo(
                model.resumed(chosen ? "UPDATE" : step, urgency, due, referral.changedAt(), now));
      }
    }
  }

  /**
   * The agreement of the two agencies.
   *
   * @param needs whether it lets through how contact is safe
   */
  private static List<Flow> flows(boolean needs) {
    Set<DataClass> all = EnumSet.allOf(DataClass.class);
    if (!needs) {
      all.remove(DataClass.D4);
    }
    return List.of(
        new Flow(
            "ISA-101 version 1", "WELHAT-COUNCIL", "HERTS-POLICE", all, Set.of("P"), Period.ALWAYS),
        new Flow(
            "ISA-101 version 1",
            "HERTS-POLICE",
            "WELHAT-COUNCIL",
            all,
            Set.of("P"),
            Period.ALWAYS));
  }

  private static ReferralContent content(Urgency urgency) {
    return new ReferralContent(
        "HERTS-POLICE",
        urgency,
        Set.of(Strand.values()[0]),
        Incident.EMPTY,
        Person.EMPTY,
        Needs.EMPTY,
        Further.NOTHING,
        new Footing("P", "L", "C"));
  }
}
