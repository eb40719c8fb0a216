package uk.concordat.incident;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import uk.concordat.codelist.CodeLists;
import uk.concordat.kernel.FieldError;
import uk.concordat.kernel.Postcode;
import uk.concordat.kernel.Uprn;
import uk.concordat.referral.Findings;
import uk.concordat.referral.Person;

/** What not even a draft may hold, and what an incident needs to be logged. */
@ApplicationScoped
class IncidentRules {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final int LINE = 200;
  private static final int PARAGRAPH = 2_000;
  private static final int NARRATIVE = 20_000;

  @Inject Clock clock;

  /** Everything that is wrong, in the order of the form; empty when nothing is. */
  List<FieldError> wrong(IncidentContent content, CodeLists lists) {
    var findings = new Findings();
    Account account = content.account();
    findings.typed(NARRATIVE, account.narrative(), "narrative");
    code(lists, findings, "category", account.category(), "category");
    account.occurred().check("occurred", now(), findings);
    place(account.place(), lists, findings);
    for (String other : content.others()) {
      code(lists, findings, "characteristic", other, "others");
    }
    for (String each : account.perceivedBy()) {
      code(lists, findings, "perceived-by", each, "perceivedBy");
    }
    person(content.person(), findings);
    return findings.all();
  }

  private static void place(Place place, CodeLists lists, Findings findings) {
    code(lists, findings, "location-type", place.locationType(), "place.locationType");
    findings.typed(PARAGRAPH, place.address(), "place.address");
    findings.add(
        place.postcode() != null && Postcode.parse(place.postcode()).isEmpty(),
        "place.postcode",
        "invalid");
    code(lists, findings, "ward", place.ward(), "place.ward");
    findings.add(
        place.uprn() != null && Uprn.parse(place.uprn()).isEmpty(), "place.uprn", "invalid");
    findings.typed(LINE, place.platform(), "place.platform");
  }

  private void person(Person person, Findings findings) {
    boolean nobody = Boolean.FALSE.equals(person.known());
    findings.add(nobody && person.name() != null, "person.name", "not-permitted");
    findings.add(nobody && person.dateOfBirth() != null, "person.dateOfBirth", "not-permitted");
    findings.add(nobody && person.address() != null, "person.address", "not-permitted");
    findings.typed(LINE, person.name(), "person.name");
    findings.typed(PARAGRAPH, person.address(), "person.address");
    LocalDate born = person.dateOfBirth();
    findings.add(
        born != null && born.isAfter(now().toLocalDate()), "person.dateOfBirth", "in-the-future");
    findings.add(born != null && born.getYear() < 1900, "person.dateOfBirth", "too-long-ago");
  }

  /** What is wrong with whoever is said to have been harmed; a name is needed. */
  void naming(Person person, Findings findings) {
    findings.required(person.name(), "person.name");
    person(person, findings);
  }

  private LocalDateTime now() {
    return LocalDateTime.now(clock.withZone(LONDON));
  }

  private static void code(
      CodeLists lists, Findings findings, String list, String code, String field) {
    findings.add(code != null && !lists.has(list, code), field, "unknown");
  }

  /** What is still missing to log it, in the order of the form; empty when nothing is. */
  List<FieldError> missing(IncidentContent content) {
    var findings = new Findings();
    Account account = content.account();
    findings.required(account.narrative(), "narrative");
    findings.required(account.category(), "category");
    findings.required(account.occurred().fromDate(), "occurred.fromDate");
    Place place = account.place();
    findings.required(place.locationType(), "place.locationType");
    if (place.online()) {
      findings.required(place.platform(), "place.platform");
    } else {
      findings.add(place.nowhere(), "place.address", "required");
    }
    findings.add(content.strands().isEmpty(), "strands", "required");
    findings.add(account.perceivedBy().isEmpty(), "perceivedBy", "required");
    findings.required(content.person().known(), "person.known");
    if (Boolean.TRUE.equals(content.person().known())) {
      findings.required(content.person().name(), "person.name");
    }
    return findings.all();
  }
}
