package uk.concordat.referral;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import uk.concordat.codelist.CodeListRepository;
import uk.concordat.codelist.ServiceLevel;
import uk.concordat.kernel.Urgency;
import uk.concordat.kernel.WorkingDays;

/** The service levels as V002 and V027 have them, on the model's holidays. */
final class ModelLists extends CodeListRepository {
  private static final Map<String, ServiceLevel> LEVELS =
      Map.of(
          "URGENT ACKNOWLEDGE", new ServiceLevel(1, "HOURS"),
          "URGENT DECIDE", new ServiceLevel(1, "HOURS"),
          "HIGH ACKNOWLEDGE", new ServiceLevel(1, "WORKING_DAYS"),
          "HIGH DECIDE", new ServiceLevel(1, "WORKING_DAYS"),
          "STANDARD ACKNOWLEDGE", new ServiceLevel(2, "WORKING_DAYS"),
          "STANDARD DECIDE", new ServiceLevel(5, "WORKING_DAYS"));

  private final Set<LocalDate> holidays;

  ModelLists(Set<LocalDate> holidays) {
    this.holidays = holidays;
  }

  @Override
  public ServiceLevel serviceLevel(Urgency urgency, String step) {
    return switch (step) {
      case "FIRST_CONTACT" -> new ServiceLevel(2, "WORKING_DAYS");
      case "UPDATE" -> new ServiceLevel(28, "DAYS");
      default -> LEVELS.get(urgency + " " + step);
    };
  }

  @Override
  public WorkingDays workingDays() {
    return new WorkingDays(holidays);
  }
}
