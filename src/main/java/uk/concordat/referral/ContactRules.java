package uk.concordat.referral;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import uk.concordat.codelist.CodeLists;
import uk.concordat.referral.Contact.Result;

/**
 * What a contact must say, and whether it ends a time limit.
 *
 * @param lists of today
 * @param now a contact is never in the future
 */
record ContactRules(CodeLists lists, Instant now) {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final LocalDate LONG_AGO = LocalDate.of(2000, 1, 1);
  private static final int WORDS = 2_000;

  /** When it was; in the hour that comes twice the later of both that is not in the future. */
  Instant at(ContactContent content) {
    return at(content.on(), content.time());
  }

  private Instant at(LocalDate day, LocalTime time) {
    ZonedDateTime later = day.atTime(time).atZone(LONDON).withLaterOffsetAtOverlap();
    return (later.toInstant().isAfter(now) ? later.withEarlierOffsetAtOverlap() : later)
        .toInstant();
  }

  /** Everything that is wrong with it. */
  Findings check(ContactContent content) {
    var findings = new Findings();
    coded(findings, "contact-kind", content.kind(), "kind");
    findings.required(content.result(), "result");
    if (content.result() == Result.EXEMPT) {
      coded(findings, "contact-exemption", content.exemption(), "exemption");
      findings.add(content.madeBy() != null, "madeBy", "not-for-this");
    } else {
      coded(findings, "contact-made-by", content.madeBy(), "madeBy");
      findings.add(content.exemption() != null, "exemption", "not-for-this");
    }
    when(findings, content.on(), content.time());
    findings.required(content.words(), "words");
    findings.typed(WORDS, content.words(), "words");
    return findings;
  }

  /** Whether the person harmed has their news by it, or is excused from it. */
  boolean endsLimit(ContactContent content) {
    return content.result() != Result.TRIED
        && lists.list("contact-kind").stream()
            .anyMatch(
                kind -> kind.code().equals(content.kind()) && "CLOCK".equals(kind.appliesTo()));
  }

  private void coded(Findings findings, String list, String code, String field) {
    findings.required(code, field);
    findings.add(code != null && !lists.has(list, code), field, "unknown");
  }

  private void when(Findings findings, LocalDate day, LocalTime time) {
    findings.required(day, "on");
    findings.required(time, "time");
    if (day == null) {
      return;
    }
    boolean later = day.isAfter(LocalDate.ofInstant(now, LONDON));
    findings.add(later, "on", "in-the-future");
    findings.add(day.isBefore(LONG_AGO), "on", "too-early");
    if (time == null) {
      return;
    }
    boolean skipped = LONDON.getRules().getValidOffsets(day.atTime(time)).isEmpty();
    findings.add(skipped, "time", "skipped");
    findings.add(!later && !skipped && at(day, time).isAfter(now), "time", "in-the-future");
  }
}
