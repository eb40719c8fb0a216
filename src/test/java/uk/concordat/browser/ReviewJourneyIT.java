package uk.concordat.browser;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import uk.concordat.it.Api;
import uk.concordat.it.ApiExtension;
import uk.concordat.it.ReviewCases;
import uk.concordat.it.StaffDirectory;

/** In the portal: the right to review, special measures and the personal statement. */
@ExtendWith({BrowserExtension.class, ApiExtension.class})
class ReviewJourneyIT {
  private final Api api;
  private final StaffDirectory directory;

  ReviewJourneyIT(Api api, StaffDirectory directory) {
    this.api = api;
    this.directory = directory;
  }

  @Test
  void whoeverWasHarmedAsksAndIsSupported(Portal portal) {
    String liaison = directory.joins("CPS-THAMES-CHILTERN", "victim-liaison");
    List.of(liaison, "cps.prosecutor").forEach(api::subject);
    String reference = new ReviewCases(api).told(liaison);
    Person own = portal.person(liaison);
    own.open("/victim/told.xhtml?ref=" + reference);
    own.reads("They may ask for a review by");
    own.approves("told-review");
    own.follow("Say what came of the right to review: The CPS decided not to charge, defendant 1");
    own.press("Keep it");
    own.isToldOfErrors("review-error");
    own.choose("What do they say?", "They ask for a review");
    date(own, "On which day did they say it?");
    own.approves("review");
    own.press("Keep it");
    own.reads("They asked for a review on");

    own.open("/prosecution/file.xhtml?ref=" + reference);
    own.follow("Write down special measures or a personal statement");
    own.press("Keep it");
    own.isToldOfErrors("care-error");
    own.choose("What happened?", "Personal statement offered");
    date(own, "On which day?");
    own.approves("care");
    own.press("Keep it");
    own.reads("Personal statement offered");
    own.approves("file-care");
    own.open("/victim/told.xhtml?ref=" + reference);
    own.reads("How they are supported at court");
    own.approves("told-care");
  }

  private static void date(Person person, String question) {
    LocalDate day = LocalDate.now();
    person.date(
        question,
        Integer.toString(day.getDayOfMonth()),
        Integer.toString(day.getMonthValue()),
        Integer.toString(day.getYear()));
  }
}
