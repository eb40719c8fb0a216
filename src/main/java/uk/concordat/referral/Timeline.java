package uk.concordat.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import uk.concordat.access.Access;
import uk.concordat.access.OwnWork;
import uk.concordat.access.Participation;
import uk.concordat.caller.CurrentCaller;

/** What happened to a referral, from every source there is, in one order. */
@ApplicationScoped
class Timeline {
  @Inject Instance<TimelineSource> sources;
  @Inject OwnWork work;
  @Inject CurrentCaller current;

  /**
   * That part of it, as far as the caller sees it.
   *
   * @param access what the gate answered them
   */
  List<TimelineEntry> entries(Referral referral, Access access, TimelineSpan span) {
    Participation record = referral.participation();
    var reader =
        new TimelineReader(
            access, current.get().agency(), work.shown(record, access), record.contentUntil());
    return sources.stream()
        .flatMap(source -> source.entries(referral.id(), reader, span).stream())
        .sorted(span.order())
        .limit(span.limit())
        .toList();
  }
}
