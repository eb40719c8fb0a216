package uk.concordat.agreement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import uk.concordat.access.Action;
import uk.concordat.access.DataClass;
import uk.concordat.access.Requires;
import uk.concordat.agency.Agency;
import uk.concordat.audit.Entry;
import uk.concordat.audit.Ledger;
import uk.concordat.audit.Refusals;
import uk.concordat.audit.Verb;
import uk.concordat.caller.CurrentCaller;
import uk.concordat.codelist.CodeValue;
import uk.concordat.kernel.InvalidInput;
import uk.concordat.kernel.NotFound;

/**
 * Reading and proposing agreements. Each method is one transaction, asks one permission and writes
 * its ledger entry; pick lists are nobody's data and write none. All that name an agreement throw
 * {@link NotFound} where the caller may not see it or there is none.
 */
@ApplicationScoped
public class AgreementService {
  @Inject AgreementRepository agreements;
  @Inject AgreementRules rules;
  @Inject AgreementGate gate;
  @Inject FlowComparison comparison;
  @Inject Ledger ledger;
  @Inject Refusals refusals;
  @Inject CurrentCaller current;

  /** The agreements of the caller's agency: what waits for a signature first, then by code. */
  @Transactional
  @Requires(Action.AGREEMENT_READ)
  public List<AgreementView> list() {
    return consulted(agreements.of(current.get().agency()));
  }

  /** One version; anybody may read what is or was in force. */
  @Transactional
  @Requires(Action.AGREEMENT_READ)
  public AgreementView read(String code, int version) {
    Agreement agreement = gate.visible(code, version, Action.AGREEMENT_READ);
    consult(Action.AGREEMENT_READ, agreement);
    return gate.view(agreement);
  }

  /** All versions that the caller may read, newest first; empty where there is none. */
  @Transactional
  @Requires(Action.AGREEMENT_READ)
  public List<AgreementView> versions(String code) {
    return consulted(agreements.versions(code));
  }

  /**
   * Proposes a new agreement, or the next version of one.
   *
   * @throws InvalidInput with everything that is wrong
   * @throws OpenProposal where a version of it waits for a signature already
   */
  @Transactional
  @Requires(Action.AGREEMENT_PROPOSE)
  public AgreementView propose(Proposal proposal) {
    Terms terms = proposal.terms().by(current.get().agency());
    if (proposal.code() != null) {
      changeable(proposal.code());
    }
    rules.check(terms);
    int version = proposal.code() == null ? 1 : next(proposal.code(), terms);
    Agreement added = agreements.add(proposal.code(), version, terms, current.get());
    ledger.append(entry(Verb.COLLECT, Action.AGREEMENT_PROPOSE, added, terms.classes()));
    return gate.view(added);
  }

  /** What would newly flow, and what would stop, if it were signed or, in force, ended. */
  @Transactional
  @Requires(Action.AGREEMENT_PROPOSE)
  public AgreementPreview preview(String code, int version) {
    Agreement agreement = gate.visible(code, version, Action.AGREEMENT_PROPOSE);
    consult(Action.AGREEMENT_PROPOSE, agreement);
    return comparison.of(agreement);
  }

  /** Agencies with which the caller's agency may agree, by name. */
  @Transactional
  @Requires(Action.AGREEMENT_PROPOSE)
  public List<Agency> partners() {
    return rules.partners(current.get().agency());
  }

  /** The purposes that the law offers the caller's or the other agency today. */
  @Transactional
  @Requires(Action.AGREEMENT_PROPOSE)
  public List<CodeValue> purposes(String other) {
    return rules.purposes(current.get().agency(), other);
  }

  /** Only a party changes it, one proposal at a time; to others it is as if there were none. */
  private void changeable(String code) {
    Optional<Terms> latest = agreements.versions(code).stream().findFirst().map(Agreement::terms);
    if (latest.filter(terms -> terms.binds(current.get().agency())).isEmpty()) {
      throw gate.hidden(Action.AGREEMENT_PROPOSE);
    }
    next(code, latest.get()); // from here on nobody else adds a version
    if (agreements.versions(code).stream()
        .anyMatch(one -> one.status() == AgreementStatus.PROPOSED)) {
      refusals.record(Action.AGREEMENT_PROPOSE.code(), "open-proposal", AgreementGate.TYPE, null);
      throw new OpenProposal();
    }
  }

  private int next(String code, Terms terms) {
    return agreements
        .nextVersion(code, terms.first().agency(), terms.second().agency())
        .orElseThrow(() -> new InvalidInput("other.agency", "another-agreement"));
  }

  private List<AgreementView> consulted(List<Agreement> loaded) {
    List<Agreement> found = loaded.stream().filter(gate::shows).toList();
    ledger.append(
        Entry.listed(
                Action.AGREEMENT_READ.code(),
                found.stream().map(Agreement::id).toList(),
                Set.<DataClass>of())
            .about(AgreementGate.TYPE));
    return gate.views(found);
  }

  private void consult(Action action, Agreement agreement) {
    ledger.append(entry(Verb.CONSULT, action, agreement, Set.of()));
  }

  static Entry entry(Verb verb, Action action, Agreement agreement, Collection<DataClass> classes) {
    return Entry.of(verb, action.code(), agreement.id(), (long) agreement.version(), classes)
        .about(AgreementGate.TYPE);
  }
}
