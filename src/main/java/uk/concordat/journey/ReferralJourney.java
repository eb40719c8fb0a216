package uk.concordat.journey;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** How a case went from agency to agency. */
@ApplicationScoped
class ReferralJourney implements JourneySource {
  @Inject JourneyRepository repository;

  @Override
  public List<JourneyStep> steps(Collection<UUID> referrals) {
    List<JourneyStep> steps = new ArrayList<>();
    List<JourneyRepository.Sent> sent = repository.sent(referrals);
    if (!sent.isEmpty()) {
      var first = sent.get(0);
      steps.add(new JourneyStep(JourneyStage.REPORTED, first.begun(), first.from(), first.from()));
    }
    for (JourneyRepository.Sent each : sent) {
      if (each.sent() != null) {
        steps.add(new JourneyStep(JourneyStage.SENT, each.sent(), each.from(), each.to()));
      }
    }
    for (JourneyRepository.Moved each : repository.moved(referrals)) {
      steps.add(
          new JourneyStep(JourneyStage.valueOf(each.state()), each.at(), each.to(), each.to()));
    }
    return steps;
  }
}
