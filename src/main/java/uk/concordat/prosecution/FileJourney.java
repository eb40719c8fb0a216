package uk.concordat.prosecution;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import uk.concordat.journey.JourneySource;
import uk.concordat.journey.JourneyStage;
import uk.concordat.journey.JourneyStep;

/** What became of a case at prosecutors: the states of its review (D1), never what was decided. */
@ApplicationScoped
class FileJourney extends ProsecutionRepository implements JourneySource {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final String IDS = " = any (cast(string_to_array(?1, ',') as uuid[]))";
  private static final String MOVES =
      "select m.to_state, m.at, m.agency, r.from_agency, r.to_agency from"
          + " review_steps(cast(string_to_array(?1, ',') as uuid[])) m join referral r on r.id ="
          + " m.referral";
  private static final String CARRIED_OUT =
      "select c.kind, c.on_day, c.agency, r.to_agency from decision_carried_out c join referral r on"
          + " r.id = c.referral where c.referral"
          + IDS;

  @Override
  public List<JourneyStep> steps(Collection<UUID> referrals) {
    String ids = referrals.stream().map(UUID::toString).collect(Collectors.joining(","));
    List<JourneyStep> steps = new ArrayList<>();
    rows(MOVES, ids).forEach(row -> moved(row).ifPresent(steps::add));
    for (Object[] row : rows(CARRIED_OUT, ids)) {
      boolean charged = "SUSPECT_CHARGED".equals(row[0]);
      JourneyStage stage = charged ? JourneyStage.CHARGED : JourneyStage.DISPOSED;
      String next = charged ? (String) row[3] : null;
      steps.add(JourneyStep.on(day(row[1]), stage, (String) row[2], next));
    }
    return steps;
  }

  private static Optional<JourneyStep> moved(Object[] row) {
    String police = (String) row[3];
    String prosecutors = (String) row[4];
    return switch (ReviewState.valueOf((String) row[0])) {
      case REFERRED -> step(row, JourneyStage.SUBMITTED, prosecutors);
      case RESUBMITTED -> step(row, JourneyStage.RESUBMITTED, prosecutors);
      case INADEQUATE, EARLY_ADVICE, ACTION_PLAN, PENDING ->
          step(row, JourneyStage.RETURNED, police);
      case CHARGE_AUTHORISED, OUT_OF_COURT -> step(row, JourneyStage.DECIDED, police);
      case NFA, ADMIN_FINALISED -> step(row, JourneyStage.DECIDED, null);
      case FINALISED ->
          Optional.of(
              JourneyStep.on(
                  at(row[1]).atZone(LONDON).toLocalDate(),
                  JourneyStage.ENDED,
                  (String) row[2],
                  null));
      case OVERTURNED -> step(row, JourneyStage.REOPENED, prosecutors);
      default -> Optional.empty(); // taken in, begun: it is where it was
    };
  }

  private static Optional<JourneyStep> step(Object[] row, JourneyStage stage, String next) {
    return Optional.of(new JourneyStep(stage, at(row[1]), (String) row[2], next));
  }
}
