package uk.concordat.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.concordat.caller.Caller;

/**
 * Decides what a caller sees of one record and may do to it, from the facts of the record and the
 * role matrix. The database decides the same apart from here, from stored visibility; a property
 * test compares the two.
 */
@ApplicationScoped
public class AccessPolicy {
  /** What is left to do to a record that was recalled, to whoever still sees it. */
  private static final Set<Action> WHILE_RECALLED =
      EnumSet.of(Action.RESTRICTED_FLAG, Action.EXCLUSION_MANAGE, Action.REFERRAL_RECALL);

  @Inject Permissions permissions;
  @Inject ClassMatrix classes;
  @Inject Clock clock;

  /** The whole answer, as of now. */
  public Access decide(Caller caller, RecordFacts facts) {
    Map<DataClass, Sight> sights = new EnumMap<>(DataClass.class);
    if (barred(caller, facts)) {
      return new Access(sights, Set.of());
    }
    Participation record = facts.participation();
    for (DataClass dataClass : DataClass.ofRecord()) {
      sights.put(
          dataClass,
          record.draft()
              ? drafted(caller, record, dataClass)
              : seen(caller, facts, dataClass, clock.instant()));
    }
    Access sight = new Access(sights, Set.of());
    boolean acts = sight.knows() && !emergency(caller, facts, clock.instant());
    return acts ? new Access(sights, actions(caller, facts)) : sight;
  }

  /**
   * What the caller sees of a record that stays with the agency that holds it: nobody receives it,
   * so that no agreement is asked. A draft is its author's alone.
   *
   * @param read the action that lets the holder's staff read it
   * @param draft the action that lets its author write it
   * @param record as held; nobody on the receiving side
   * @param referred how the referrals that were made of it stand to the caller
   */
  public Access held(
      Caller caller,
      Action read,
      Action draft,
      Participation record,
      List<ReferredFacts> referred) {
    Map<DataClass, Sight> sights = new EnumMap<>(DataClass.class);
    if (referred.stream().anyMatch(each -> each.bars(record.fromAgency()))) {
      return new Access(sights, Set.of());
    }
    for (DataClass dataClass : DataClass.ofRecord()) {
      sights.put(
          dataClass,
          record.draft()
              ? heldDraft(caller, draft, record, dataClass)
              : heldRecord(caller, read, record, dataClass));
    }
    return new Access(sights, Set.of());
  }

  private Sight heldDraft(Caller caller, Action draft, Participation record, DataClass dataClass) {
    boolean full =
        record.ownedBy(caller)
            && permissions.has(caller.role(), draft)
            && classes.cell(caller.role(), dataClass, ClassMatrix.Column.DRAFTING) == Cell.FULL;
    return full ? new Sight(Level.FULL, Why.DRAFT, false) : Sight.NONE;
  }

  private Sight heldRecord(Caller caller, Action read, Participation record, DataClass dataClass) {
    Sight sight = Sight.NONE;
    for (Standing standing : standings(caller, read, record)) {
      Cell cell = classes.cell(caller.role(), dataClass, standing.column());
      if (cell == Cell.FULL && standing.why() != Why.HEADER) {
        sight = sight.or(new Sight(Level.FULL, standing.why(), false));
      }
    }
    return sight;
  }

  /** The classes that the role may write down in a draft today. */
  public Set<DataClass> drafted(String role) {
    return DataClass.ofRecord().stream()
        .filter(
            dataClass -> classes.cell(role, dataClass, ClassMatrix.Column.DRAFTING) == Cell.FULL)
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(DataClass.class)));
  }

  /** Whether the caller's permission for the action reaches the record, a draft included. */
  public boolean reaches(Caller caller, Action action, Participation record) {
    return !standings(caller, action, record).isEmpty();
  }

  /** An exclusion beats everything; a restricted record is for the named only. */
  private static boolean barred(Caller caller, RecordFacts facts) {
    return facts.excluded().contains(caller.subject())
        || (facts.restricted() && !facts.named().contains(caller.subject()));
  }

  private Sight drafted(Caller caller, Participation record, DataClass dataClass) {
    boolean full =
        drafted(caller, record)
            && classes.cell(caller.role(), dataClass, ClassMatrix.Column.DRAFTING) == Cell.FULL;
    return full ? new Sight(Level.FULL, Why.DRAFT, false) : Sight.NONE;
  }

  private boolean drafted(Caller caller, Participation record) {
    return record.ownedBy(caller)
        && permissions.scopes(caller.role(), Action.REFERRAL_READ).contains(Scope.OWN);
  }

  private Sight seen(Caller caller, RecordFacts facts, DataClass dataClass, Instant now) {
    Sight sight = Sight.NONE;
    for (Standing standing : sighted(caller, facts.participation())) {
      sight = sight.or(from(standing, caller, facts, dataClass, now));
    }
    for (Grant grant : facts.grants()) {
      if (holds(grant, caller, facts, dataClass, now)) {
        Level level =
            classes.cell(caller.role(), dataClass, ClassMatrix.Column.RECIPIENT).granted();
        Why why = grant.breakGlass() ? Why.BREAK_GLASS : Why.GRANT;
        sight = level == Level.WITHHELD ? sight : sight.or(new Sight(level, why, false));
      }
    }
    return sight;
  }

  private List<Standing> sighted(Caller caller, Participation record) {
    return Stream.of(Action.REFERRAL_READ, Action.REFERRAL_HEADER)
        .flatMap(action -> standings(caller, action, record).stream())
        .toList();
  }

  private Sight from(
      Standing standing, Caller caller, RecordFacts facts, DataClass dataClass, Instant now) {
    Cell cell = classes.cell(caller.role(), dataClass, standing.column());
    if (standing.why() == Why.HEADER && cell != Cell.HEADER) {
      cell = Cell.WITHHELD;
    }
    Participation record = facts.participation();
    Level level = cell.level(record.agreed());
    if (level == Level.WITHHELD) {
      return new Sight(level, Why.ROLE, false);
    }
    if (level == Level.ON_REQUEST) {
      return new Sight(level, Why.ASK, true);
    }
    String other = standing.receives() ? record.fromAgency() : record.toAgency();
    boolean crosses = standing.receives() || dataClass == DataClass.D16;
    if (crosses && !facts.flows(dataClass, other, caller.agency(), record.purpose(), now)) {
      return new Sight(Level.WITHHELD, Why.AGREEMENT, false);
    }
    if (standing.receives() && ended(record, dataClass, now)) {
      return new Sight(Level.WITHHELD, Why.ENDED, false);
    }
    return new Sight(level, standing.why(), cell.requestable() && level != Level.FULL);
  }

  private static boolean ended(Participation record, DataClass dataClass, Instant now) {
    return record.contentUntil() != null
        && !now.isBefore(record.contentUntil())
        && dataClass != DataClass.D1
        && dataClass != DataClass.D16;
  }

  private static boolean holds(
      Grant grant, Caller caller, RecordFacts facts, DataClass dataClass, Instant now) {
    String owner = facts.participation().fromAgency();
    boolean theirs =
        grant.subject().equals(caller.subject())
            && grant.agency().equals(caller.agency())
            && grant.role().equals(caller.role())
            && grant.dataClasses().contains(dataClass)
            && grant.valid().contains(now);
    if (!theirs || (facts.participation().recalled() && !owner.equals(caller.agency()))) {
      return false;
    }
    return grant.breakGlass()
        ? !facts.restricted() && !dataClass.beyondBreakGlass()
        : owner.equals(caller.agency())
            || facts.flows(dataClass, owner, caller.agency(), grant.purpose(), now);
  }

  /** Whoever looks at a record in an emergency looks, and does nothing to it. */
  private boolean emergency(Caller caller, RecordFacts facts, Instant now) {
    return !facts.participation().draft()
        && facts.grants().stream()
            .filter(Grant::breakGlass)
            .anyMatch(glass -> opens(glass, caller, facts, now));
  }

  private boolean opens(Grant glass, Caller caller, RecordFacts facts, Instant now) {
    return DataClass.ofRecord().stream()
        .filter(dataClass -> holds(glass, caller, facts, dataClass, now))
        .map(dataClass -> classes.cell(caller.role(), dataClass, ClassMatrix.Column.RECIPIENT))
        .anyMatch(cell -> cell.granted() != Level.WITHHELD);
  }

  private Set<Action> actions(Caller caller, RecordFacts facts) {
    Participation record = facts.participation();
    Set<Action> actions = EnumSet.noneOf(Action.class);
    if (record.draft()) {
      Stream.of(Action.REFERRAL_SUBMIT, Action.REFERRAL_AMEND)
          .filter(action -> permissions.scopes(caller.role(), action).contains(Scope.OWN))
          .forEach(actions::add);
      return actions;
    }
    if (facts.restricted() && drafted(caller, record)) { // whoever leads may not be named
      actions.add(Action.REFERRAL_RECALL);
    }
    Action.onReferral().stream()
        .filter(action -> !record.recalled() || WHILE_RECALLED.contains(action))
        .filter(action -> !standings(caller, action, record).isEmpty())
        .forEach(actions::add);
    return actions;
  }

  private List<Standing> standings(Caller caller, Action action, Participation record) {
    return permissions.scopes(caller.role(), action).stream()
        .flatMap(scope -> Standing.of(scope, caller, record).stream())
        .toList();
  }
}
