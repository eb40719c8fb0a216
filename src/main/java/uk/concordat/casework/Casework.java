package uk.concordat.casework;

import static uk.concordat.referral.ReferralState.ACCEPTED;
import static uk.concordat.referral.ReferralState.INFO_REQUESTED;
import static uk.concordat.referral.ReferralState.IN_PROGRESS;
import static uk.concordat.referral.ReferralState.ON_HOLD;
import static uk.concordat.referral.ReferralState.OUTCOME_RECORDED;
import static uk.concordat.referral.ReferralState.RECEIVED;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import uk.concordat.access.Action;
import uk.concordat.access.DataClass;
import uk.concordat.access.Permissions;
import uk.concordat.audit.Change;
import uk.concordat.audit.Entry;
import uk.concordat.audit.Ledger;
import uk.concordat.audit.Verb;
import uk.concordat.caller.Caller;
import uk.concordat.caller.CurrentCaller;
import uk.concordat.referral.CaseworkGate;
import uk.concordat.referral.CaseworkReferral;
import uk.concordat.referral.ReferralState;

/** The stairs that every use case of this room takes: the gate before it, the ledger after it. */
@ApplicationScoped
class Casework {
  /** The states of a referral that lies with somebody. */
  static final Set<ReferralState> TAKEN_ON =
      EnumSet.of(ACCEPTED, IN_PROGRESS, ON_HOLD, OUTCOME_RECORDED);

  /** The same, and those before the decision. */
  static final Set<ReferralState> ARRIVED =
      EnumSet.of(RECEIVED, INFO_REQUESTED, ACCEPTED, IN_PROGRESS, ON_HOLD, OUTCOME_RECORDED);

  @Inject CaseworkGate gate;
  @Inject Permissions permissions;
  @Inject Ledger ledger;
  @Inject CurrentCaller current;

  CaseworkReferral read(String reference, Action action) {
    return gate.read(reference, action);
  }

  CaseworkReferral worked(String reference, Action action, Set<ReferralState> states) {
    return gate.worked(reference, action, states);
  }

  /** Whether the caller could do this now. */
  boolean may(CaseworkReferral referral, Action action, Set<ReferralState> states) {
    return referral.works()
        && states.contains(referral.state())
        && permissions.has(current.get().role(), action);
  }

  /** Of these, the one that the caller's role has. */
  Action held(Action... actions) {
    return Arrays.stream(actions)
        .filter(action -> permissions.has(current.get().role(), action))
        .findFirst()
        .orElse(actions[0]);
  }

  Caller caller() {
    return current.get();
  }

  /**
   * Says in the ledger what was shown. That the force read of its own work is not told to the
   * sender (function {@code record_trail}).
   */
  void shown(CaseworkReferral referral, Collection<DataClass> classes) {
    boolean own = classes.stream().anyMatch(one -> one != DataClass.D1 && one != DataClass.D16);
    Action action = own ? Action.CASEWORK_READ : Action.REFERRAL_READ;
    ledger.append(
        Entry.of(Verb.CONSULT, action.code(), referral.id(), referral.version(), classes));
  }

  /** Says in the ledger what was kept, of the first of these classes. */
  void append(
      CaseworkReferral referral, Verb verb, Action action, List<DataClass> classes, Change change) {
    ledger.append(
        Entry.of(verb, action.code(), referral.id(), referral.version(), classes)
            .changing(classes.get(0).name(), change));
  }

  /** The same of several classes. */
  void append(
      CaseworkReferral referral,
      Verb verb,
      Action action,
      List<DataClass> classes,
      Map<DataClass, Change> changes) {
    Map<String, Change> named = new HashMap<>();
    changes.forEach((dataClass, change) -> named.put(dataClass.name(), change));
    ledger.append(
        Entry.of(verb, action.code(), referral.id(), referral.version(), classes).changing(named));
  }

  /** Whether an agreement in force lets that class back to the sender. */
  boolean reaches(CaseworkReferral referral, DataClass dataClass) {
    return gate.lets(referral, dataClass);
  }

  /** Says in the ledger what the sender is told: a disclosure, as far as an agreement covers it. */
  void tell(CaseworkReferral referral, Action action, Change said) {
    Entry entry =
        Entry.of(
            Verb.ALTER, action.code(), referral.id(), referral.version(), List.of(DataClass.D16));
    ledger.append(gate.told(referral, entry.changing(DataClass.D16.name(), said)));
  }
}
