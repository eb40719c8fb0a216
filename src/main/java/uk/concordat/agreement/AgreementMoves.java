package uk.concordat.agreement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Map;
import uk.concordat.access.Action;
import uk.concordat.access.Requires;
import uk.concordat.audit.Change;
import uk.concordat.audit.Ledger;
import uk.concordat.audit.Refusals;
import uk.concordat.audit.Verb;
import uk.concordat.kernel.StaleVersion;

/**
 * The moves of an agreement. Each is one transaction, asks one permission and writes its ledger
 * entry; who sees which referral follows in that transaction. All throw {@link
 * uk.concordat.kernel.NotFound} where the caller may not see it, {@link StaleVersion} when somebody
 * was faster, {@link ImpossibleAgreementMove} where it is not the caller's to make as things stand.
 */
@ApplicationScoped
public class AgreementMoves {
  @Inject AgreementRepository agreements;
  @Inject AgreementRules rules;
  @Inject AgreementGate gate;
  @Inject Ledger ledger;
  @Inject Refusals refusals;

  /** Puts a proposal of the other party in force, in place of the version before. */
  @Transactional
  @Requires(Action.AGREEMENT_SIGN)
  public AgreementView sign(String code, int version, long rowVersion) {
    return made(AgreementMove.SIGN, code, version, rowVersion, null);
  }

  /** Turns a proposal of the other party down, with a reason. */
  @Transactional
  @Requires(Action.AGREEMENT_SIGN)
  public AgreementView refuse(String code, int version, long rowVersion, String reason) {
    return made(AgreementMove.REFUSE, code, version, rowVersion, reason);
  }

  /** Takes a proposal of the caller's agency back. */
  @Transactional
  @Requires(Action.AGREEMENT_PROPOSE)
  public AgreementView withdraw(String code, int version, long rowVersion) {
    return made(AgreementMove.WITHDRAW, code, version, rowVersion, null);
  }

  /** Ends what is in force at once, with a reason: either party may. */
  @Transactional
  @Requires(Action.AGREEMENT_SIGN)
  public AgreementView end(String code, int version, long rowVersion, String reason) {
    return made(AgreementMove.END, code, version, rowVersion, reason);
  }

  private AgreementView made(
      AgreementMove move, String code, int version, long rowVersion, String reason) {
    Action action = move.action();
    Agreement agreement = gate.visible(code, version, action);
    if (agreement.rowVersion() != rowVersion) {
      throw new StaleVersion();
    }
    if (!gate.moves(agreement).contains(move)) {
      refusals.record(action.code(), "impossible-move", AgreementGate.TYPE, agreement.id());
      throw new ImpossibleAgreementMove(gate.moves(agreement));
    }
    rules.checkReason(move, reason);
    if (!agreements.moved(agreement, move.to(), reason)) {
      throw new StaleVersion();
    }
    Agreement moved = gate.visible(code, version, action);
    ledger.append(
        AgreementService.entry(Verb.ALTER, action, moved, moved.terms().classes())
            .changing(AgreementGate.TYPE, new Change(form(agreement), form(moved))));
    return gate.view(moved);
  }

  private static Map<String, Object> form(Agreement agreement) {
    return Map.of("status", agreement.status(), "terms", agreement.terms());
  }
}
