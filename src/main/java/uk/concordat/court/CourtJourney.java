package uk.concordat.court;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import uk.concordat.journey.JourneySource;
import uk.concordat.journey.JourneyStage;
import uk.concordat.journey.JourneyStep;

/** The hearings of a case that have been, and whether they were held (D1); never what was found. */
@ApplicationScoped
class CourtJourney extends CourtRepository implements JourneySource {
  private static final String HEARINGS =
      "select outcome, on_day, agency from hearing where outcome is not null and referral = any"
          + " (cast(string_to_array(?1, ',') as uuid[]))";

  @Override
  public List<JourneyStep> steps(Collection<UUID> referrals) {
    String ids = referrals.stream().map(UUID::toString).collect(Collectors.joining(","));
    return rows(HEARINGS, ids).stream().map(CourtJourney::step).toList();
  }

  private static JourneyStep step(Object[] row) {
    String prosecutors = (String) row[2];
    JourneyStage stage = "HELD".equals(row[0]) ? JourneyStage.HEARD : JourneyStage.ADJOURNED;
    return JourneyStep.on(day(row[1]), stage, prosecutors, prosecutors);
  }
}
