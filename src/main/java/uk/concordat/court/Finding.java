package uk.concordat.court;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Plea and verdict on one charge; what is missing is null.
 *
 * @param pleaOn null where no plea was entered
 * @param verdict null as long as there is none
 */
public record Finding(
    UUID charge, Plea plea, LocalDate pleaOn, Verdict verdict, LocalDate foundOn) {

  /** Whether they were found guilty of it. */
  public boolean guilty() {
    return verdict == Verdict.GUILTY;
  }
}
