package uk.concordat.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import uk.concordat.it.Api;
import uk.concordat.it.ApiExtension;
import uk.concordat.it.Referrals;
import uk.concordat.kernel.Reference;

/** Asking for access in the portal: asked, asked back, given in part, taken back. */
@ExtendWith({BrowserExtension.class, ApiExtension.class})
class AccessRequestIT {
  private static final String WHAT = "What you need to see";
  private static final String WHY = "The person who was harmed lives in a home of ours.";
  private final Portal portal;
  private final Referrals referrals;

  AccessRequestIT(Portal portal, Api api) {
    this.portal = portal;
    referrals = new Referrals(api);
  }

  @Test
  void oneAsksTheOtherAsksBackGivesAPartAndTakesItBack() {
    String reference = referrals.received().reference();
    Person asker = portal.person("council2.officer");
    asks(asker, reference);
    Person decider = portal.person("council.lead");
    asksBack(decider, reference);
    answers(asker, reference);
    givesAPart(decider, reference);

    asker.opensNotice("There is a decision on your request");
    asker.reads("Given");
    asker.reads("As you need it for the home.");
    asker.approves("request-given");
    asker.follow("Open " + reference);
    asker.reads("Account");
    asker.reads("Name withheld");
    asker.approves("referral-by-grant");

    decider.follow("Take it back");
    decider.sees("Take back what you gave?");
    decider.approves("request-revoke");
    decider.press("Take it back");
    decider.reads("Taken back");
    asker.page().reload();
    asker.sees("We cannot show you this page");
    asker.open("/access/requests.xhtml");
    asker.reads("Taken back");
    asker.approves("requests-own");
    decider.open("/access/requests.xhtml");
    decider.approves("requests-decider");
  }

  private static void asks(Person asker, String reference) {
    asker.follow("Access requests");
    asker.sees("Requests for access");
    asker
        .page()
        .getByRole(AriaRole.MAIN)
        .getByRole(
            AriaRole.LINK,
            new com.microsoft.playwright.Locator.GetByRoleOptions().setName("Ask for access"))
        .click();
    asker.sees("What do you need to see?");
    asker.approves("request-ask");
    asker.type("Reference", "HCR-2026-000137-A");
    asker.press("Ask for access");
    asker.isToldOfErrors("request-ask-error");
    assertThat(asker.field("Reference")).hasValue("HCR-2026-000137-A");
    fill(asker, reference);
    asker.choose(WHAT, "Who was harmed");
    asker.choose(WHAT, "What happened");
    asker.choose(WHAT, "Clinical detail");
    asker.press("Ask for access");
    asker.sees("Request about " + reference);
    asker.reads("Waiting for an answer");
    asker.approves("request-asked");
  }

  private static void fill(Person asker, String reference) {
    asker.type("Reference", reference);
    asker.choose("Purpose", "Safeguarding");
    asker.type("Why you need it", WHY);
    asker.choose("For how long", "7 days");
  }

  private static void asksBack(Person decider, String reference) {
    decider.reads("Requests for access to decide on");
    decider.approves("your-work-decider");
    decider.follow("Decide on a request about " + reference);
    decider.sees("Request about " + reference);
    decider.reads(WHY);
    decider.reads("Stevenage");
    decider.approves("request-to-decide");
    decider.follow("Ask them something first");
    decider.sees("What do you need to know first?");
    decider.press("Send the question");
    decider.isToldOfErrors("request-question-error");
    decider.type("Your question", "Which home is it?");
    decider.press("Send the question");
    decider.reads("Question asked");
  }

  private static void answers(Person asker, String reference) {
    asker.open("/");
    asker.reads("There is a question about your request");
    asker.approves("your-work-question");
    asker.opensNotice("There is a question about your request");
    asker.sees("Request about " + reference);
    asker.reads("Which home is it?");
    asker.follow("Answer");
    asker.press("Send the answer");
    asker.isToldOfErrors("request-answer-error");
    asker.type("Your answer", "The one by the library.");
    asker.press("Send the answer");
    asker.reads("The one by the library.");
  }

  private static void givesAPart(Person decider, String reference) {
    decider.opensNotice("Your question about a request is answered");
    decider.sees("Request about " + reference);
    decider.follow("Approve some or all");
    decider.sees("What do you let them see?");
    decider.approves("request-approve");
    decider.press("Give access");
    decider.isToldOfErrors("request-approve-error");
    decider.choose("Clinical detail");
    decider.type("Anything to tell them", "As you need it for the home.");
    decider.press("Give access");
    decider.isToldOfErrors("request-approve-uncovered");
    decider.isToldBeside(
        decider.group("What they will see"),
        "No sharing agreement with Stevenage council in force for the purpose of safeguarding"
            + " covers: Clinical detail.");
    assertThat(decider.field("Anything to tell them")).hasValue("As you need it for the home.");
    decider.page().getByLabel("Clinical detail").uncheck();
    decider.choose("What happened");
    decider.press("Give access");
    decider.reads("It is given");
  }

  @Test
  void refusedAndWithdrawnAndOvertaken() {
    String reference = referrals.received().reference();
    Person asker = portal.person("council2.officer");
    Person decider = portal.person("council.lead");
    String refused = quickly(asker, reference);
    decider.open(refused);
    decider.follow("Refuse");
    decider.sees("Why do you refuse it?");
    decider.press("Refuse the request");
    decider.isToldOfErrors("request-refuse-error");
    decider.type("Reason", "Not needed for that.");
    decider.press("Refuse the request");
    decider.reads("Refused");
    asker.open(refused);
    asker.reads("Not needed for that.");
    asker.approves("request-refused");

    String overtaken = quickly(asker, reference);
    decider.open(overtaken);
    decider.follow("Approve some or all");
    decider.choose("What happened");
    asker.follow("Withdraw the request");
    asker.sees("Withdraw this request?");
    asker.approves("request-withdraw");
    asker.press("Withdraw the request");
    asker.reads("Withdrawn");
    Response answer =
        decider
            .page()
            .waitForResponse(
                response -> response.request().method().equals("POST"),
                () -> decider.press("Give access"));
    assertThat(answer.status()).isEqualTo(409);
    decider.sees("This has changed since you opened it");
  }

  @Test
  void whoeverAsksReadsTheSameWhetherThereIsSuchARecordOrNot() {
    Person asker = portal.person("council2.officer");
    String hidden = referrals.received().reference();
    String unknown = Reference.of(2059, 999_998).text();
    quickly(asker, hidden);
    String first = asker.page().getByRole(AriaRole.MAIN).innerText().replace(hidden, "it");
    quickly(asker, unknown);
    String second = asker.page().getByRole(AriaRole.MAIN).innerText().replace(unknown, "it");
    assertThat(timeless(second)).isEqualTo(timeless(first));
  }

  @Test
  void aPartThatCanBeAskedForIsAskedForFromTheRecord() {
    String reference = referrals.received().reference();
    Person colleague = portal.person("council.lead");
    colleague.open("/referral/referral.xhtml?ref=" + reference);
    colleague
        .page()
        .getByRole(
            AriaRole.LINK,
            new com.microsoft.playwright.Page.GetByRoleOptions()
                .setName("Ask for access to Who is suspected"))
        .click();
    colleague.sees("What do you need to see?");
    assertThat(colleague.field("Reference")).hasValue(reference);
    assertThat(colleague.group(WHAT).getByLabel("Who is suspected")).isChecked();
  }

  private static String timeless(String text) {
    return text.replaceAll("at \\d+(:\\d+)?[ap]m", "then");
  }

  /** Asks for what happened; returns the path of the request. */
  private static String quickly(Person asker, String reference) {
    asker.open("/access/ask.xhtml?ref=" + reference + "&part=D5");
    fill(asker, reference);
    asker.press("Ask for access");
    asker.sees("Request about " + reference);
    return asker.page().url().replaceFirst(".*(?=/access/)", "");
  }
}
