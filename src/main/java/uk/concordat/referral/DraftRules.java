package uk.concordat.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import uk.concordat.agency.Agency;
import uk.concordat.agency.AgencyKind;
import uk.concordat.codelist.CodeLists;
import uk.concordat.kernel.FieldError;
import uk.concordat.kernel.NhsNumber;
import uk.concordat.kernel.Postcode;

/** What even a draft may not hold: unknown codes, dates to come, ranges backwards, too much. */
@ApplicationScoped
class DraftRules {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final int LINE = 200;
  private static final int PARAGRAPH = 2_000;
  private static final int NARRATIVE = 20_000;

  @Inject Clock clock;

  /** Everything that is wrong, in the order of the form; empty when nothing is. */
  List<FieldError> wrong(ReferralContent content, Agency sender, CodeLists lists) {
    var findings = new Findings();
    codes(content, sender.regime(), lists, findings);
    findings.add(
        content.needs().confidentiality() != null && sender.kind() != AgencyKind.NHS,
        "needs.confidentiality",
        "not-yours");
    texts(content, findings);
    dates(content, findings);
    further(content.further(), lists, findings);
    String postcode = content.incident().postcode();
    findings.add(
        postcode != null && Postcode.parse(postcode).isEmpty(), "incident.postcode", "invalid");
    return findings.all();
  }

  private static void codes(
      ReferralContent content, String regime, CodeLists lists, Findings findings) {
    Incident incident = content.incident();
    Needs needs = content.needs();
    code(lists, findings, "category", incident.category(), "incident.category");
    code(lists, findings, "location-type", incident.locationType(), "incident.locationType");
    incident
        .perceivedBy()
        .forEach(code -> code(lists, findings, "perceived-by", code, "incident.perceivedBy"));
    code(lists, findings, "contact-method", needs.contactMethod(), "needs.contactMethod");
    code(lists, findings, "wish", needs.wish(), "needs.wish");
    code(lists, findings, "override-reason", needs.overrideReason(), "needs.overrideReason");
    code(lists, findings, "confidentiality", needs.confidentiality(), "needs.confidentiality");
    code(lists, findings, "injury", needs.injury(), "needs.injury");
    Footing footing = content.footing();
    legal(lists, findings, regime, "purpose", footing.purpose(), "footing.purpose");
    legal(lists, findings, regime, "lawful-basis", footing.lawfulBasis(), "footing.lawfulBasis");
    legal(lists, findings, regime, "condition", footing.condition(), "footing.condition");
  }

  private static void code(
      CodeLists lists, Findings findings, String list, String code, String field) {
    findings.add(code != null && !lists.has(list, code), field, "unknown");
  }

  private static void legal(
      CodeLists lists, Findings findings, String regime, String list, String code, String field) {
    boolean offered =
        lists.list(list, regime).stream().anyMatch(value -> value.code().equals(code));
    findings.add(code != null && !offered, field, "unknown");
  }

  private static void texts(ReferralContent content, Findings findings) {
    text(findings, NARRATIVE, content.incident().narrative(), "incident.narrative");
    text(findings, PARAGRAPH, content.incident().place(), "incident.place");
    text(findings, LINE, content.person().name(), "person.name");
    text(findings, PARAGRAPH, content.person().address(), "person.address");
    text(findings, LINE, content.needs().contactDetail(), "needs.contactDetail");
    text(findings, PARAGRAPH, content.needs().contactSafety(), "needs.contactSafety");
    text(findings, PARAGRAPH, content.needs().communication(), "needs.communication");
    text(findings, PARAGRAPH, content.needs().notToldReason(), "needs.notToldReason");
  }

  /** Not too long, and nothing that cannot be kept: PostgreSQL has any character but U+0000. */
  private static void text(Findings findings, int most, String text, String field) {
    findings.atMost(most, text, field);
    findings.add(text != null && text.indexOf('\0') >= 0, field, "invalid-character");
  }

  private void dates(ReferralContent content, Findings findings) {
    content
        .incident()
        .occurred()
        .check("incident.occurred", LocalDateTime.now(clock.withZone(LONDON)), findings);
    born(content.person().dateOfBirth(), "person.dateOfBirth", findings);
  }

  private void born(LocalDate born, String field, Findings findings) {
    LocalDate today = LocalDate.now(clock.withZone(LONDON));
    findings.add(born != null && born.isAfter(today), field, "in-the-future");
    findings.add(born != null && born.getYear() < 1900, field, "too-long-ago");
  }

  private void further(Further further, CodeLists lists, Findings findings) {
    for (Compartment compartment : further.held()) {
      for (Compartment.Field field : compartment.fields()) {
        String text = further.text(compartment, field.name());
        String path = compartment.path(field);
        switch (field.kind()) {
          case DAY -> born(text == null ? null : LocalDate.parse(text), path, findings);
          case CODE -> code(lists, findings, field.list(), text, path);
          case NHS_NUMBER ->
              findings.add(
                  text != null && NhsNumber.parse(text).isEmpty(), path, "invalid-nhs-number");
          case LINE, PARAGRAPH, ACCOUNT -> text(findings, field.kind().most(), text, path);
        }
      }
    }
  }
}
