package uk.concordat.casework;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import java.util.TreeSet;
import uk.concordat.codelist.CodeListRepository;
import uk.concordat.kernel.CrimeReference;
import uk.concordat.kernel.HomeOfficeClass;
import uk.concordat.kernel.OffenceCode;
import uk.concordat.kernel.Strand;
import uk.concordat.referral.CaseworkReferral;
import uk.concordat.referral.Findings;

/** What a crime must hold to be recorded (domain.md 1.4, 1.5, 5.3). */
@ApplicationScoped
class CrimeRules {
  static final String CLASSES = "offence-class";
  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  @Inject CodeListRepository codeLists;
  @Inject Clock clock;

  /**
   * What is wrong with a crime: it is recorded on the day of the report or after it, and not in the
   * future.
   *
   * @param hate whether it has to be hate on a strand at least
   */
  Findings findings(CrimeContent content, CrimeFormat format, boolean hate) {
    var findings = new Findings();
    findings.required(content.reference(), "reference");
    findings.add(
        content.reference() != null
            && !content.reference().isBlank()
            && CrimeReference.parse(content.reference(), format.shape()).isEmpty(),
        "reference",
        "invalid");
    LocalDate today = LocalDate.now(clock.withZone(LONDON));
    day(content.reportedOn(), "reportedOn", today, findings);
    day(content.recordedOn(), "recordedOn", today, findings);
    findings.add(
        content.recordedOn() != null
            && content.reportedOn() != null
            && content.recordedOn().isBefore(content.reportedOn()),
        "recordedOn",
        "before-report");
    offence(content, findings);
    findings.add(hate && content.strands().isEmpty(), "strands", "required");
    findings.add(content.strands().contains(Strand.UNK), "strands", "unknown");
    return findings;
  }

  /** What of a crime the referral answers already: when the force was told, and the strands. */
  CrimeContent proposed(CaseworkReferral referral) {
    Set<Strand> strands = new TreeSet<>(referral.strands());
    strands.remove(Strand.UNK);
    LocalDate told = LocalDate.ofInstant(referral.submittedAt(), LONDON);
    return new CrimeContent(null, told, null, null, null, null, strands);
  }

  private static void day(LocalDate day, String field, LocalDate today, Findings findings) {
    findings.required(day, field);
    findings.add(day != null && day.isAfter(today), field, "in-the-future");
    findings.add(day != null && day.getYear() < 1900, field, "too-long-ago");
  }

  private void offence(CrimeContent content, Findings findings) {
    findings.required(content.offenceClass(), "offenceClass");
    findings.add(
        content.offenceClass() != null && !codeLists.today().has(CLASSES, content.offenceClass()),
        "offenceClass",
        "unknown");
    findings.add(
        content.homeOfficeClass() != null
            && HomeOfficeClass.parse(content.homeOfficeClass()).isEmpty(),
        "homeOfficeClass",
        "invalid");
    findings.add(
        content.offenceCode() != null && OffenceCode.parse(content.offenceCode()).isEmpty(),
        "offenceCode",
        "invalid");
  }
}
