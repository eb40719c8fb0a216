package uk.concordat.browser;

import java.time.LocalDate;
import java.time.ZoneId;

/** What every story has in common: the day on which it ends, and who was harmed. */
final class Story {
  /** Who was harmed in every referral that is sent as the description has it. */
  static final String HARMED = "Samira Rahman";

  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  private Story() {}

  /** In London. */
  static LocalDate today() {
    return LocalDate.now(LONDON);
  }
}
