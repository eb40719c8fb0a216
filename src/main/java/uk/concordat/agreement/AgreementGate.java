package uk.concordat.agreement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.concordat.access.Action;
import uk.concordat.access.Permissions;
import uk.concordat.agency.AgencyRepository;
import uk.concordat.agency.StaffMember;
import uk.concordat.audit.Refusals;
import uk.concordat.caller.Caller;
import uk.concordat.caller.CurrentCaller;
import uk.concordat.kernel.NotFound;

/** What a caller may read of an agreement and do with it. */
@ApplicationScoped
class AgreementGate {
  static final String TYPE = "agreement";

  @Inject AgreementRepository agreements;
  @Inject AgreementRules rules;
  @Inject AgencyRepository agencies;
  @Inject Permissions permissions;
  @Inject Refusals refusals;
  @Inject CurrentCaller current;

  /** Loads what the database shows and the caller may read; anything else is not found. */
  Agreement visible(String code, int version, Action action) {
    return agreements.find(code, version).filter(this::shows).orElseThrow(() -> hidden(action));
  }

  /**
   * Whether the caller may read it: what is or was in force is no secret among those who work under
   * it; proposals, and what came of those that nobody signed, are for the two parties' governance.
   */
  boolean shows(Agreement agreement) {
    Caller caller = current.get();
    return agreement.activeFrom() != null
        || (agreement.terms().binds(caller.agency())
            && (permissions.has(caller.role(), Action.AGREEMENT_PROPOSE)
                || permissions.has(caller.role(), Action.AGREEMENT_SIGN)));
  }

  /** The refusal of what is not there for this caller, once it is in the ledger. */
  NotFound hidden(Action action) {
    refusals.record(action.code(), "not-visible", TYPE, null);
    return new NotFound();
  }

  /** The moves that the caller could make now. */
  List<AgreementMove> moves(Agreement agreement) {
    Caller caller = current.get();
    return agreement.moves(caller, rules.today()).stream()
        .filter(move -> permissions.has(caller.role(), move.action()))
        .toList();
  }

  /** Contacts and reasons are for the two parties; names are for colleagues. */
  AgreementView view(Agreement agreement) {
    return views(List.of(agreement)).get(0);
  }

  List<AgreementView> views(List<Agreement> found) {
    Map<UUID, String> names =
        found.stream()
            .flatMap(each -> Stream.of(each.proposed(), each.signed()))
            .filter(Objects::nonNull)
            .map(Act::subject)
            .filter(Objects::nonNull)
            .distinct()
            .flatMap(subject -> agencies.colleague(subject).stream())
            .collect(Collectors.toMap(StaffMember::subject, StaffMember::displayName));
    return found.stream().map(each -> view(each, names)).toList();
  }

  private AgreementView view(Agreement one, Map<UUID, String> names) {
    boolean party = one.terms().binds(current.get().agency());
    return new AgreementView(
        one.code(),
        one.version(),
        one.rowVersion(),
        one.status(),
        party ? one.terms() : one.terms().withoutContacts(),
        one.proposed().agency(),
        of(one.proposed(), act -> names.get(act.subject())),
        one.proposed().at(),
        of(one.signed(), Act::agency),
        of(one.signed(), act -> names.get(act.subject())),
        one.activeFrom(),
        one.activeTo(),
        of(one.closed(), Act::agency),
        of(one.closed(), Act::at),
        party ? one.reason() : null,
        moves(one));
  }

  private static <T> T of(Act act, Function<Act, T> part) {
    return act == null ? null : part.apply(act);
  }
}
