package uk.concordat.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.Media;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Logging an incident: quickly, by keyboard, whatever goes wrong on the way. */
@ExtendWith(BrowserExtension.class)
class LogIncidentIT {
  private static final String ACCOUNT = "What happened, in the words";
  private static final String TOLD = "The neighbour shouted abuse over the fence again.";
  private static final String NAME = "Samira Rahman";

  /** What one key costs an average typist (Card, Moran and Newell's keystroke-level model). */
  private static final double SECONDS_PER_KEY = 0.28;

  private static final int TWO_MINUTES = 120;

  /** What is asked, and how somebody answers it who has no time. */
  private record Asked(String heading, Consumer<Person> answer) {}

  private static final List<Asked> NEIGHBOUR =
      List.of(
          new Asked("What happened?", LogIncidentIT::what),
          new Asked("When did it happen?", person -> person.date("Which day?", "19", "11", "2026")),
          new Asked("Where did it happen?", LogIncidentIT::where),
          new Asked("Why is it believed to be hate?", LogIncidentIT::why),
          new Asked("Who was harmed?", LogIncidentIT::known));

  @Test
  void takesLessThanTwoMinutesByKeyboard(Portal portal) {
    KeyboardPerson council = portal.keyboardPerson("council.officer");
    council.strokes();
    council.follow("Log an incident");
    council.press("Start now");
    for (Asked asked : NEIGHBOUR) {
      council.sees(asked.heading());
      asked.answer().accept(council);
      council.press("Continue");
    }
    council.sees("Check your answers");
    council.press("Log the incident");
    council.sees("Logged");
    int strokes = council.strokes();
    assertThat(strokes * SECONDS_PER_KEY)
        .as("seconds for %d keys", strokes)
        .isBetween(20.0, (double) TWO_MINUTES);
    council.follow("Open the incident");
    council.sees(NAME);
    String incident = council.page().url().replaceFirst(".*ref=", "");
    council.reads("Harassment by a neighbour");
    council.press("Refer this incident");
    council.sees("How can they be reached safely?");
    String referral = council.page().url().replaceFirst(".*ref=", "");
    council.open("/referral/draft/check.xhtml?ref=" + referral);
    council.reads(TOLD);
    council.reads(NAME);
    council.open("/incident/incident.xhtml?ref=" + incident);
    council.follow("Referral " + referral);
    council.sees("Check your answers");
    council.noComplaints();
  }

  @Test
  void everyQuestionSaysWhatIsMissingAndKeepsWhatWasTyped(Portal portal) {
    Person council = portal.person("council.officer");
    council.open("/incident/start.xhtml");
    council.approves("i00-start");
    council.press("Start now");
    for (int i = 0; i < NEIGHBOUR.size(); i++) {
      Asked asked = NEIGHBOUR.get(i);
      council.sees(asked.heading());
      council.press("Continue");
      council.isToldOfErrors("i0" + (i + 1) + "-errors");
      asked.answer().accept(council);
      council.approves("i0" + (i + 1));
      council.press("Continue");
    }
    council.sees("Check your answers");
    council.approves("i06-check");
    String reference = council.page().url().replaceFirst(".*ref=", "");
    council.open("/incident/draft/where.xhtml?then=check&ref=" + reference);
    council.type("Property number", "12A");
    council.press("Continue");
    council.isToldBeside(council.field("Property number"), "Enter the property number");
    assertThat(council.field("Property number")).hasValue("12A");
    council.type("Property number", "100000000007");
    council.press("Continue");
    council.reads("property number 100000000007");
    council.open("/incident/incidents.xhtml?state=DRAFT");
    council.follow(reference);
    council.press("Log the incident");
    council.sees("Logged");
    council.approves("i07-logged");
    council.follow("Open the incident");
    council.approves("i08-incident");
    council.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    assertThat(council.page().locator("nav.nav")).isHidden();
    assertThat(council.page().locator(".print-only")).isVisible();
    assertThat(council.page().getByText("OFFICIAL-SENSITIVE").first()).isVisible();
    council.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
    council.open("/incident/incidents.xhtml");
    council.reads(reference);
    council.approves("i09-incidents");
    belongsTo(council, reference);
  }

  /** The same person and place again: proposed by the system, confirmed with a reason. */
  private static void belongsTo(Person council, String reference) {
    council.open("/incident/start.xhtml");
    council.press("Start now");
    for (Asked asked : NEIGHBOUR) {
      council.sees(asked.heading());
      asked.answer().accept(council);
      if (asked.heading().equals("Where did it happen?")) {
        council.type("Property number", "100000000007");
      }
      council.press("Continue");
    }
    council.press("Log the incident");
    council.follow("Open the incident");
    council.follow("Decide whether %s belongs to it: %s".formatted(reference, "The same place"));
    council.sees("Do they belong together?");
    council.press("Keep the decision");
    council.isToldOfErrors("i14-link-errors");
    council.choose("Are they part of one series?", "Yes");
    council.type("Why", "The same family, and the same fence.");
    council.press("Keep the decision");
    council.reads("It is part of a series with");
    council.reads("The same family, and the same fence.");
    council.approves("i15-series");
    council.follow("Read its timeline");
    council.sees("Timeline of");
    council.reads("Belongs together with " + reference);
    council.approves("i16-timeline");
  }

  @Test
  void whatIsTypedIsSavedByItself(Portal portal) {
    Person council = portal.person("council.officer");
    council.open("/incident/start.xhtml");
    council.press("Start now");
    council.sees("What happened?");
    council.typeAndAwaitSaving(ACCOUNT, TOLD);
    council.open(council.page().url());
    assertThat(council.field(ACCOUNT)).hasValue(TOLD);
  }

  @Test
  void aReporterLogsWithoutANameAndSeesItNoMore(Portal portal) {
    Person reporter = portal.person("tprc.reporter");
    reporter.follow("Log an incident");
    reporter.press("Start now");
    what(reporter);
    reporter.press("Continue");
    reporter.date("Which day?", "19", "11", "2026");
    reporter.press("Continue");
    reporter.select("What kind of place was it?", "Online");
    reporter.type("Website, game or app", "A game");
    reporter.press("Continue");
    why(reporter);
    reporter.press("Continue");
    reporter.choose("No, or nobody in particular");
    reporter.press("Continue");
    reporter.sees("Check your answers");
    reporter.reads("The police of your area will hold and read it");
    String reference = reporter.page().url().replaceFirst(".*ref=", "");
    reporter.open("/incident/start.xhtml");
    reporter.reads("The police of your area will hold and read it");
    reporter.follow(reference);
    reporter.press("Log the incident");
    reporter.sees("Logged");
    reporter.reads("The police hold it now");
    assertThat(reporter.open("/incident/incident.xhtml?ref=" + reference).status()).isEqualTo(404);
    assertThat(reporter.open("/incident/draft/check.xhtml?ref=" + reference).status())
        .isEqualTo(404);
    assertThat(reporter.open("/incident/incidents.xhtml").status()).isEqualTo(404);
    Person police = portal.person("police.hco");
    isRecorded(police, reference);
    isNamedLater(police, portal.person("police.lead"), reference);
  }

  /** Story ten: somebody who reported without a name says who they are. */
  private static void isNamedLater(Person police, Person lead, String reference) {
    police.follow("Say who was harmed");
    police.sees("Who was harmed?");
    police.press("Ask for confirmation");
    police.isToldOfErrors("i21-name-errors");
    police.type("The name they use", NAME);
    police.type("How do you know?", "She came to the desk and told us.");
    police.approves("i22-name");
    police.press("Ask for confirmation");
    police.follow("See the name that waits for a decision");
    police.reads("nobody on what they said themselves");
    lead.open("/incident/incident.xhtml?ref=" + reference);
    lead.follow("Decide on the name");
    lead.sees("Is it this person?");
    lead.press("Keep the decision");
    lead.isToldOfErrors("i23-naming-errors");
    lead.choose("Is this who was harmed?", "Yes");
    lead.type("Why", "She described the evening as the report does.");
    lead.press("Keep the decision");
    lead.sees(NAME);
    lead.reads("The person was named");
    lead.approves("i24-named");
  }

  private static void isRecorded(Person police, String reference) {
    police.open("/incident/incident.xhtml?ref=" + reference);
    police.sees("Nobody named");
    police.follow("Decide how it is recorded");
    police.press("Continue");
    police.isToldOfErrors("i10-recording-errors");
    police.choose("A non-crime hate incident, with who is suspected");
    police.press("Continue");
    police.sees("A non-crime hate incident, with who is suspected");
    police.approves("i11-record-named");
    police.reads("Who is suspected");
    police.follow("Back to the ways to record it");
    police.choose("A non-crime hate incident, nobody named");
    police.press("Continue");
    police.sees("A non-crime hate incident, nobody named");
    assertThat(police.page().getByText("Who is suspected")).hasCount(0);
    police.press("Record the decision");
    police.isToldOfErrors("i12-record-errors");
    for (Locator test : police.group("Confirm that").getByRole(AriaRole.CHECKBOX).all()) {
      test.check();
    }
    police.type("Why", "The words amount to no crime.");
    LocalDate review = LocalDate.now(ZoneId.of("Europe/London")).plusMonths(6);
    police.date(
        "When is it looked at again?",
        Integer.toString(review.getDayOfMonth()),
        Integer.toString(review.getMonthValue()),
        Integer.toString(review.getYear()));
    police.press("Record the decision");
    police.sees("Nobody named");
    police.reads("The words amount to no crime.");
    police.approves("i13-recorded");
  }

  @Test
  void aBacklogIsReadCheckedAndLogged(Portal portal) {
    Person council = portal.person("council2.officer");
    council.open("/incident/incidents.xhtml");
    council.follow("Log a backlog from a file");
    council.approves("i16-import");
    council.press("Read and check the file");
    council.isToldOfErrors("i17-import-errors");
    String heading =
        "category,narrative,from_date,location_type,address,strands,perceived_by,person_known\n";
    String row = "GRAFFITI,A symbol on a door,19/11/2026,WORSHIP,Market Cross,REL,WITNESS,no\n";
    sends(council, heading + row + row.replace("GRAFFITI", "=1+1"));
    council.sees("Not logged: something is wrong");
    council.reads("a spreadsheet would run it");
    council.approves("i18-refused");
    council.follow("read it again");
    sends(council, heading + row + row);
    council.sees("Ready to be logged");
    council.approves("i19-ready");
    council.press("Log all 2");
    council.sees("Logged");
    council.approves("i20-committed");
    assertThat(portal.person("police.hco").open("/incident/import.xhtml").status()).isEqualTo(404);
  }

  private static void sends(Person person, String csv) {
    person
        .page()
        .getByLabel("A CSV file")
        .setInputFiles(
            new FilePayload("backlog.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8)));
    person.press("Read and check the file");
  }

  private static void what(Person person) {
    person.type(ACCOUNT, TOLD);
    person.select("What kind of incident was it?", "Harassment by a neighbour");
    person.choose("Has it happened to them or there before?", "Yes");
  }

  private static void where(Person person) {
    person.select("What kind of place was it?", "Home");
    person.type("Address, or where it was", "7 Priory Fields");
  }

  private static void why(Person person) {
    person.choose("Race");
    person.choose("The person harmed");
  }

  private static void known(Person person) {
    person.choose("Yes");
    person.type("The name they use", NAME);
  }
}
