package uk.concordat.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An agreement from its proposal over what it changes to its signature, and its end. */
@ExtendWith(BrowserExtension.class)
class AgreementIT {
  private final String title = "Housing after hate crime " + UUID.randomUUID();

  @Test
  void oneProposesTheOtherSeesWhatItChangesAndSigns(Portal portal) {
    Person trust = portal.person("nhs.governance");
    propose(trust);
    Person council = portal.person("council.governance");
    council.follow("Agreements");
    council.sees("Agreements");
    council.approves("agreements");
    council.follow(title);
    council.sees(title);
    council.reads("It waits for your agency's signature");
    council.approves("agreement-proposed");
    council.follow("See what it changes, and sign");
    council.sees("Sign this agreement?");
    council.reads("Clinical detail");
    council.reads("No role sees it by itself");
    council.reads("Council officer: all of it");
    council.reads("North Lea NHS Trust to Welwyn Hatfield");
    council.approves("agreement-sign");
    council.press("Sign the agreement");
    council.isToldOfErrors("agreement-sign-error");
    council.choose("I have read the agreement and sign it for Welwyn Hatfield council");
    council.press("Sign the agreement");
    council.reads("In force");
    council.approves("agreement-active");
    trust.page().reload();
    trust.reads("In force");
    change(trust);
    end(trust);
    council.page().reload();
    council.reads("The pilot is over.");
  }

  private void propose(Person trust) {
    trust.reads("You look after");
    trust.follow("Agreements");
    trust.follow("Propose an agreement");
    trust.sees("Who is the agreement with?");
    trust.approves("agreement-start");
    trust.press("Continue");
    trust.isToldOfErrors("agreement-start-error");
    trust.choose("Welwyn Hatfield council");
    trust.press("Continue");
    trust.sees("What do you propose to Welwyn Hatfield council?");
    trust.approves("agreement-propose");
    trust.type("Title", title);
    trust.press("Propose it");
    trust.isToldOfErrors("agreement-propose-error");
    assertThat(trust.field("Title")).hasValue(title);
    trust.choose("Purposes", "Safeguarding");
    trust.choose("What may go from North Lea NHS Trust", "Clinical detail");
    trust.choose(
        "What may go from North Lea NHS Trust", "Housing and anti-social behaviour history");
    trust.type("Law that lets both share", "Crime and Disorder Act 1998 section 115");
    trust.type("How long each keeps what it gets", "Two years");
    trust.type("Reference of the data protection impact assessment", "DPIA-9");
    trust.type("Contact in North Lea NHS Trust", "Information governance");
    trust.type("Contact in Welwyn", "Information governance");
    review(trust);
    trust.press("Propose it");
    trust.sees(title);
    trust.reads("It waits for the signature of Welwyn Hatfield council");
  }

  private static void review(Person trust) {
    LocalDate review = LocalDate.now(ZoneId.of("Europe/London")).plusMonths(6);
    trust.date(
        "Review date",
        String.valueOf(review.getDayOfMonth()),
        String.valueOf(review.getMonthValue()),
        String.valueOf(review.getYear()));
  }

  /** The next version begins with what is in force, and is taken back. */
  private void change(Person trust) {
    trust.follow("Propose a change");
    assertThat(trust.field("Title")).hasValue(title);
    trust.choose("What may go from North Lea NHS Trust", "Safeguarding");
    trust.press("Propose it");
    trust.isToldOfErrors("agreement-change-error");
    review(trust);
    trust.press("Propose it");
    trust.reads("Waiting for signature");
    trust.follow("Withdraw the proposal");
    trust.sees("Withdraw this proposal?");
    trust.approves("agreement-withdraw");
    trust.press("Withdraw the proposal");
    trust.reads("Withdrawn");
    trust.approves("agreement-withdrawn");
    trust.page().getByText("version 1").last().click();
    trust.reads("It is in force");
  }

  private static void end(Person trust) {
    trust.follow("End it");
    trust.sees("Why do you end it?");
    trust.reads("Clinical detail");
    trust.approves("agreement-end");
    trust.press("End the agreement");
    trust.isToldOfErrors("agreement-end-error");
    trust.type("Reason", "The pilot is over.");
    trust.press("End the agreement");
    trust.reads("Ended");
  }
}
