package uk.concordat.court;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Set;
import uk.concordat.victim.EventKind;

/** Of what in a result the person harmed has to be told, and from which day (domain.md 3.5). */
record CourtEvents(Set<Event> all) {

  /** Something that happened on a day of London. */
  record Event(EventKind kind, LocalDate on) {}

  /**
   * What a result says that the one before it did not.
   *
   * @param standing null where there is none
   */
  static CourtEvents of(ResultContent content, ResultContent standing) {
    Set<Event> news = events(content);
    if (standing != null) {
      news.removeAll(events(standing));
    }
    return new CourtEvents(news);
  }

  private static Set<Event> events(ResultContent content) {
    Set<Event> events = new LinkedHashSet<>();
    for (Finding one : content.findings()) {
      if (one.verdict() == Verdict.GUILTY || one.verdict() == Verdict.NOT_GUILTY) {
        events.add(new Event(EventKind.VERDICT, one.foundOn()));
      }
      if (content.basis() != null
          && content.basis().leavesHostilityOut()
          && one.plea() == Plea.GUILTY) {
        events.add(new Event(EventKind.CPS_ALTERED, one.pleaOn()));
      }
    }
    if (content.sentence() != null) {
      events.add(new Event(EventKind.SENTENCE, content.sentence().on()));
    }
    if (content.finalisation() != null && content.finalisation().stops()) {
      events.add(new Event(EventKind.CPS_STOPPED, content.on()));
    }
    return events;
  }
}
