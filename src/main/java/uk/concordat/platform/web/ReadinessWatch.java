package uk.concordat.platform.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import uk.concordat.audit.SecurityAlarm;
import uk.concordat.audit.SecurityEvent;

/**
 * Notices when the portal stops being ready and when it is so again. While the database is away the
 * first cannot be written; the second then says that it was.
 */
@ApplicationScoped
public class ReadinessWatch {
  @Inject SecurityAlarm alarm;
  private String missing;

  /**
   * How things stand.
   *
   * @param lacking what the portal cannot work without; null where nothing is missing
   */
  synchronized void seen(String lacking) {
    if (lacking != null && missing == null) {
      missing = lacking;
      alarm.ring(SecurityEvent.READINESS_LOST, lacking);
    } else if (lacking == null && missing != null) {
      alarm.ring(SecurityEvent.READINESS_REGAINED, missing);
      missing = null;
    }
  }
}
