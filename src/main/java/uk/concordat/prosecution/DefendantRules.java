package uk.concordat.prosecution;

import java.time.LocalDate;
import uk.concordat.kernel.PncId;
import uk.concordat.referral.Findings;

/** What has to be known of somebody who is suspected. */
final class DefendantRules {
  private static final int NAME = 200;

  private DefendantRules() {}

  static Findings findings(DefendantContent content, LocalDate today) {
    var findings = new Findings();
    findings.required(content.name(), "name");
    findings.typed(NAME, content.name(), "name");
    LocalDate born = content.dateOfBirth();
    findings.add(born != null && born.isAfter(today), "dateOfBirth", "in-the-future");
    findings.add(born != null && born.getYear() < 1900, "dateOfBirth", "too-long-ago");
    findings.add(
        content.pncId() != null && PncId.parse(content.pncId()).isEmpty(), "pncId", "invalid");
    findings.required(content.held(), "held");
    boolean custody = content.held() == Held.CUSTODY;
    findings.add(custody && content.custodyUntil() == null, "custodyUntil", "required");
    findings.add(
        content.held() != null && !custody && content.custodyUntil() != null,
        "custodyUntil",
        "not-in-custody");
    return findings;
  }

  /** As it is kept, once it was checked. */
  static DefendantContent kept(DefendantContent content) {
    return new DefendantContent(
        content.name().strip(),
        content.dateOfBirth(),
        content.pncId() == null ? null : PncId.parse(content.pncId()).orElseThrow().text(),
        content.held(),
        content.custodyUntil());
  }
}
