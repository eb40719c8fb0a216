package uk.concordat.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** What happened to a referral, from every source there is, in one order. */
@ApplicationScoped
class Timeline {
  @Inject Instance<TimelineSource> sources;

  /** That part of it, as far as the reader sees it. */
  List<TimelineEntry> entries(UUID referral, TimelineReader reader, TimelineSpan span) {
    return sources.stream()
        .flatMap(source -> source.entries(referral, reader, span).stream())
        .sorted(span.order())
        .limit(span.limit())
        .toList();
  }
}
