package uk.concordat.casework;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import uk.concordat.access.Action;
import uk.concordat.access.Requires;
import uk.concordat.kernel.InvalidInput;
import uk.concordat.kernel.NotFound;
import uk.concordat.referral.Findings;

/** Counts a force's outcomes on either basis, for its own people who see what is counted. */
@ApplicationScoped
public class OutcomeCountService {
  @Inject OutcomeCountRepository counts;
  @Inject CrimeOutcomeRepository outcomes;
  @Inject CountGate gate;
  @Inject Clock clock;

  /**
   * The outcomes that stand, by type, among the crimes of the caller's force that they see.
   *
   * @param from the first day in London
   * @param to the last day, not before the first
   * @throws NotFound for whoever belongs to no force, or sees nothing of its crimes; the refusal is
   *     in the ledger
   * @throws InvalidInput where a day or the basis is missing, or the days are the wrong way round
   */
  @Transactional
  @Requires(Action.STATS_VIEW)
  public OutcomeCounts count(OutcomeBasis basis, LocalDate from, LocalDate to) {
    var findings = new Findings();
    findings.required(basis, "basis");
    findings.required(from, "from");
    findings.required(to, "to");
    findings.add(from != null && to != null && to.isBefore(from), "to", "before-from");
    findings.throwIfAny();
    String force = gate.force();
    boolean recorded = basis == OutcomeBasis.RECORDED;
    var table = new OutcomeTable(outcomes.types(), counts.counts(force, basis, from, to));
    return new OutcomeCounts(
        basis,
        force,
        from,
        to,
        recorded ? counts.recorded(force, from, to) : counts.assigned(force, from, to),
        recorded ? (Long) counts.unassigned(force, from, to) : null,
        table.total(),
        table.lines(),
        clock.instant());
  }
}
