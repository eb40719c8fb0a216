package uk.concordat.prosecution;

import java.time.LocalDate;
import java.util.List;
import uk.concordat.referral.Findings;

/**
 * What bars a charge from being authorised: its time is over, a consent is wanted, hostility on its
 * strand cannot be proved, or the basic alternative is left out without a word (domain.md 1.5,
 * 1.7).
 */
final class ChargingRules {
  private final Offences offences;
  private final Consent consent;
  private final LocalDate today;

  /**
   * @param consent null where it was not asked for
   * @param today in London
   */
  ChargingRules(Offences offences, Consent consent, LocalDate today) {
    this.offences = offences;
    this.consent = consent;
    this.today = today;
  }

  /**
   * @param proposed those of the defendant
   */
  Findings findings(List<Charge> proposed, DecisionContent content) {
    var findings = new Findings();
    List<Charge> chosen =
        proposed.stream().filter(charge -> content.charges().contains(charge.id())).toList();
    findings.add(content.charges().isEmpty(), "charges", "required");
    findings.add(chosen.size() < content.charges().size(), "charges", "not-of-defendant");
    for (Charge charge : chosen) {
      charge(charge, content, findings);
    }
    boolean alone =
        chosen.stream()
            .filter(charge -> !charge.strands().isEmpty())
            .anyMatch(charge -> chosen.stream().noneMatch(one -> isAlternative(one, charge)));
    String why = content.test() == null ? null : content.test().noAlternative();
    findings.add(alone && (why == null || why.isBlank()), "test.noAlternative", "required");
    return findings;
  }

  private void charge(Charge charge, DecisionContent content, Findings findings) {
    String field = "charges." + charge.number();
    var offence = offences.find(charge.offence(), charge.committed());
    findings.add(offence.isEmpty(), field, "not-in-force");
    findings.add(
        offence.filter(one -> !one.inTime(charge.committed(), today)).isPresent(),
        field,
        "time-limit");
    findings.add(
        offence.filter(Offence::attorneyGeneral).isPresent() && !Consent.granted(consent),
        field,
        "consent-needed");
    findings.add(
        !offences.strands(charge.offence(), charge.committed()).containsAll(charge.strands()),
        field,
        "not-in-force");
    findings.add(
        charge.strands().stream()
            .anyMatch(strand -> Provable.of(strand, content.hostility()) == Provable.NEITHER),
        field,
        "hostility-not-provable");
  }

  private static boolean isAlternative(Charge basic, Charge aggravated) {
    return basic.alternative() != null && basic.alternative() == aggravated.number();
  }
}
