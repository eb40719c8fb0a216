package uk.concordat.victim;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import uk.concordat.codelist.CodeListRepository;
import uk.concordat.kernel.WorkingDays;

/** Reckons the limits of a review by the rules of their day and the bank holidays as they stand. */
@ApplicationScoped
class ReviewTimes {
  @Inject RuleRepository rules;
  @Inject CodeListRepository codeLists;

  /** Until when they may ask who were told then. */
  ReviewWindow window(Instant told) {
    WorkingDays days = codeLists.workingDays();
    Map<String, Rule> asked =
        rules.of(EventKind.REVIEW_OFFERED, told).stream()
            .collect(Collectors.toMap(Rule::code, Function.identity()));
    return new ReviewWindow(
        asked.get("REVIEW_ASK").due(told, Entitlement.ENHANCED, days),
        asked.get("REVIEW_LATEST").due(told, Entitlement.ENHANCED, days));
  }

  /** By when what follows from such a move then is due; empty where nothing follows. */
  Optional<Instant> due(ReviewMove move, Instant happened) {
    return next(move)
        .flatMap(event -> rules.of(event, happened).stream().findFirst())
        .map(rule -> rule.due(happened, Entitlement.ENHANCED, codeLists.workingDays()));
  }

  private static Optional<EventKind> next(ReviewMove move) {
    return switch (move) {
      case ASK -> Optional.of(EventKind.REVIEW_ASKED);
      case GO_ON -> Optional.of(EventKind.REVIEW_WENT_ON);
      case UPHOLD, OVERTURN -> Optional.of(EventKind.REVIEW_DECIDED);
      case DECLINE, WITHDRAW -> Optional.empty();
    };
  }
}
