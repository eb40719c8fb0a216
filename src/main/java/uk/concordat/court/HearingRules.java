package uk.concordat.court;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import uk.concordat.prosecution.Defendant;
import uk.concordat.prosecution.Prosecution;
import uk.concordat.prosecution.ReviewState;
import uk.concordat.referral.Findings;

/** What a hearing needs: a court that sits then, and somebody whom the police charged by then. */
final class HearingRules {
  /** Whoever the police dealt with out of court is before none. */
  private static final Predicate<Defendant> CHARGED =
      one ->
          EnumSet.of(ReviewState.CHARGE_AUTHORISED, ReviewState.PROSECUTION, ReviewState.FINALISED)
              .contains(one.state());

  private HearingRules() {}

  static Findings findings(HearingContent content, Prosecution file, List<Court> courts) {
    var findings = new Findings();
    findings.required(content.court(), "court");
    findings.required(content.kind(), "kind");
    findings.required(content.on(), "on");
    findings.required(content.at(), "at");
    findings.add(content.defendants().isEmpty(), "defendants", "required");
    if (content.court() != null && content.on() != null) {
      findings.add(
          courts.stream()
              .filter(one -> one.code().equals(content.court()))
              .noneMatch(one -> one.sits(content.on())),
          "court",
          "not-in-use");
    }
    for (UUID id : content.defendants()) {
      LocalDate day = file.defendant(id).filter(CHARGED).map(Defendant::carriedOut).orElse(null);
      charged(day, content.on(), findings);
    }
    findings.add(!known(file).containsAll(content.defendants()), "defendants", "unknown");
    return findings;
  }

  private static void charged(LocalDate day, LocalDate on, Findings findings) {
    findings.add(day == null, "defendants", "not-charged");
    findings.add(day != null && on != null && on.isBefore(day), "on", "before-charge");
  }

  private static Set<UUID> known(Prosecution file) {
    return file.defendants().stream().map(Defendant::id).collect(Collectors.toSet());
  }

  /**
   * @param today in London
   */
  static Findings findings(
      Hearing hearing, HearingOutcome outcome, Adjournment reason, LocalDate today) {
    var findings = new Findings();
    findings.required(outcome, "outcome");
    findings.add(hearing.outcome() != null, "outcome", "said-already");
    findings.add(hearing.on().isAfter(today), "outcome", "not-yet");
    findings.add(outcome == HearingOutcome.ADJOURNED && reason == null, "reason", "required");
    findings.add(outcome == HearingOutcome.HELD && reason != null, "reason", "not-adjourned");
    return findings;
  }
}
