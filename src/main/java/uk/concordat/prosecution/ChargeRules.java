package uk.concordat.prosecution;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import uk.concordat.kernel.Strand;
import uk.concordat.referral.Findings;

/** What a charge has to hold to be proposed (domain.md 1.5): by the law of the days it was on. */
final class ChargeRules {
  private final Offences offences;
  private final List<Charge> charges;

  /**
   * @param charges those of the file already
   */
  ChargeRules(Offences offences, List<Charge> charges) {
    this.offences = offences;
    this.charges = List.copyOf(charges);
  }

  Findings findings(ChargeContent content, LocalDate today) {
    var findings = new Findings();
    findings.required(content.defendant(), "defendant");
    findings.required(content.victim(), "victim");
    findings.required(content.offence(), "offence");
    findings.required(content.firstDay(), "firstDay");
    Committed committed = content.committed();
    if (committed == null) {
      return findings;
    }
    findings.add(committed.first().isAfter(today), "firstDay", "in-the-future");
    findings.add(committed.last().isAfter(today), "lastDay", "in-the-future");
    findings.add(committed.last().isBefore(committed.first()), "lastDay", "before-first");
    if (content.offence() != null && findings.all().isEmpty()) {
      offence(content, committed, findings);
    }
    return findings;
  }

  private void offence(ChargeContent content, Committed committed, Findings findings) {
    findings.add(offences.find(content.offence(), committed).isEmpty(), "offence", "not-in-force");
    boolean aggravated = offences.basic(content.offence()).isPresent();
    Set<Strand> possible = offences.strands(content.offence(), committed);
    findings.add(aggravated && content.strands().isEmpty(), "strands", "required");
    findings.add(!aggravated && !content.strands().isEmpty(), "strands", "not-aggravated");
    findings.add(aggravated && !possible.containsAll(content.strands()), "strands", "not-in-force");
    if (content.alternative() != null) {
      findings.add(!alternative(content), "alternative", "not-its-basic-form");
    }
  }

  private boolean alternative(ChargeContent content) {
    return charges.stream()
        .filter(one -> one.number() == content.alternative())
        .anyMatch(
            one ->
                one.defendant().equals(content.defendant())
                    && one.victim() == content.victim()
                    && offences.basic(one.offence()).filter(content.offence()::equals).isPresent());
  }
}
