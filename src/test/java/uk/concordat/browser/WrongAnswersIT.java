package uk.concordat.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whoever answers wrongly is told what is wrong, there and in the summary, and finds what they
 * typed; what was right is in the draft.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS) // signs in once
@ExtendWith(BrowserExtension.class)
class WrongAnswersIT {
  private static final String FIRST_DAY = "Which day?";
  private static final String LAST_DAY = "Until which day?";
  private static final String NAME = "The name they use";
  private static final String PLACE = "Where it happened";
  private static final String POSTCODE = "Postcode";
  private static final String ACCOUNT = "What happened, in the words";
  private static final int MEGABYTE = 1024 * 1024;

  private final Person council;
  private final Set<String> pictures = new HashSet<>();
  private String draft;

  WrongAnswersIT(Portal portal) {
    council = portal.person("council.officer");
  }

  @BeforeEach
  void startADraft() {
    draft = Answers.start(council);
  }

  @ParameterizedTest
  @CsvSource({
    "31,12,2999,The date must be today or in the past",
    "31,2,2026,'Enter a real date, such as 19 11 2026'",
    "1,1,26,Check the year",
    "ten,1,2026,'Enter a real date, such as 19 11 2026'"
  })
  void aDayThatCannotBe(String day, String month, String year, String message) {
    ask("when");
    council.date(FIRST_DAY, day, month, year);
    council.type("At what time?", "5:40pm");
    council.press("Continue");
    council.isToldBeside(council.group(FIRST_DAY), message);
    isToldOfErrors("wrong-day");
    hasDate(FIRST_DAY, day, month, year);
    assertThat(council.field("At what time?")).hasValue("5:40pm");
  }

  @Test
  void aRangeThatEndsBeforeItBegins() {
    ask("when");
    council.date(FIRST_DAY, "19", "11", "2026");
    council.date(LAST_DAY, "18", "11", "2026");
    council.press("Continue");
    council.isToldBeside(council.group(LAST_DAY), "The end must be the same as or after the start");
    isToldOfErrors("wrong-range");
    hasDate(FIRST_DAY, "19", "11", "2026");
    hasDate(LAST_DAY, "18", "11", "2026");
  }

  @Test
  void anUnreadableTime() {
    ask("when");
    council.date(FIRST_DAY, "19", "11", "2026");
    council.type("At what time?", "half past");
    council.press("Continue");
    council.isToldBeside(council.field("At what time?"), "Enter a time such as 5:40pm or 17:40");
    isToldOfErrors("wrong-time");
    assertThat(council.field("At what time?")).hasValue("half past");
    ask("when");
    hasDate(FIRST_DAY, "19", "11", "2026");
  }

  @ParameterizedTest
  @ValueSource(strings = {"NOWHERE", "AL99 9Z", "12345", "AL99 9ZZ; drop table referral"})
  void aPostcodeThatIsNone(String postcode) {
    ask("where");
    council.type(PLACE, "Bus stop");
    council.type(POSTCODE, postcode);
    council.press("Continue");
    council.isToldBeside(council.field(POSTCODE), "Enter a real postcode");
    isToldOfErrors("wrong-postcode");
    assertThat(council.field(POSTCODE)).hasValue(postcode);
    ask("where");
    assertThat(council.field(PLACE)).hasValue("Bus stop");
    assertThat(council.field(POSTCODE)).hasValue("");
  }

  @Test
  void aWrongAnswerDoesNotKeepTheOthersFromBeingSavedWhileTyping() {
    ask("where");
    Locator status = council.page().getByRole(AriaRole.STATUS);
    council.type(POSTCODE, "NOWHERE");
    assertThat(status).containsText("but not all of it");
    council.typeAndAwaitSaving(PLACE, "Bus stop");
    assertThat(status).containsText("but not all of it");
    ask("where");
    assertThat(council.field(PLACE)).hasValue("Bus stop");
    assertThat(council.field(POSTCODE)).hasValue("");
  }

  @Test
  void aCharacteristicThatThePageNeverOffered() {
    ask("targeted");
    council.choose("Disability");
    Locator race = council.field("Race");
    race.evaluate("box => { box.value = 'X' }");
    race.check();
    council.press("Continue");
    Locator group = council.group("What was the person targeted for?");
    council.isToldBeside(group, "Choose one of the answers on the page");
    isToldOfErrors("wrong-strand");
    assertThat(council.field("Disability")).isChecked();
    ask("targeted");
    assertThat(council.field("Disability")).isChecked();
    assertThat(council.field("Race")).not().isChecked();
  }

  @ParameterizedTest
  @ValueSource(strings = {"true or false", "TRUE", "0"})
  void neitherYesNorNo(String answer) {
    ask("person");
    council.type(NAME, Answers.NAME);
    Locator no = council.field("No, or nobody in particular");
    no.evaluate("(box, answer) => { box.value = answer }", answer);
    no.check();
    council.press("Continue");
    council.isToldBeside(
        council.group("Do you know who it was?"), "Choose one of the answers on the page");
    isToldOfErrors("wrong-known");
    ask("person");
    assertThat(council.field(NAME)).hasValue(Answers.NAME);
  }

  @Test
  void aNameThatIsTooLong() {
    ask("person");
    council.choose("Yes");
    String name = "Amina".repeat(41);
    council.type(NAME, name);
    council.press("Continue");
    council.isToldBeside(council.field(NAME), "Shorten this");
    isToldOfErrors("wrong-name");
    assertThat(council.field(NAME)).hasValue(name);
    ask("person");
    assertThat(council.page().getByLabel("Yes")).isChecked();
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "\u0628 ", "\uD83C\uDFF3"})
  void aMegabyteOfText(String letter) {
    ask("what");
    String text = letter.repeat(MEGABYTE / letter.getBytes(StandardCharsets.UTF_8).length);
    council.type(ACCOUNT, text);
    council.select("What kind of incident was it?", "Incident on public transport");
    council.press("Continue");
    council.page().waitForCondition(() -> council.page().title().startsWith("Error: "));
    council.isToldBeside(council.field(ACCOUNT), "Shorten the account to 20,000 characters");
    isToldOfErrors("wrong-account");
    assertThat(council.field(ACCOUNT)).hasValue(text);
    ask("what");
    assertThat(council.field("What kind of incident was it?").locator("option:checked"))
        .hasText("Incident on public transport");
    assertThat(council.field(ACCOUNT)).hasValue("");
  }

  /** Emoji with joiners, accents, names from right to left, and both ways in one. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Zo\u00EB \uD83C\uDFF3\uFE0F\u200D\uD83C\uDF08 O\u2019Neill",
        "\u05E9\u05E8\u05D4 \u05D1\u05DF\u05BE\u05D3\u05D5\u05D3",
        "\u0645\u062D\u0645\u062F (Mo) \u0639\u0628\u062F \u0627\u0644\u0644\u0647",
        "<b>Robert</b>'); --"
      })
  void everyNameIsKeptAsItIs(String name) {
    ask("person");
    council.choose("Yes");
    council.type(NAME, name);
    council.press("Continue");
    council.sees("How can they be reached safely?");
    ask("person");
    assertThat(council.field(NAME)).hasValue(name);
    council.open("/referral/draft/check.xhtml?ref=" + draft);
    council.reads(name);
    if (pictures.add("check-name")) {
      council.approves("check-name");
    }
  }

  /** The page of an error is looked at once; another wrong answer changes a word of it. */
  private void isToldOfErrors(String picture) {
    if (pictures.add(picture)) {
      council.isToldOfErrors(picture);
    } else {
      council.isToldOfErrors();
    }
  }

  private void ask(String question) {
    council.open("/referral/draft/" + question + ".xhtml?ref=" + draft);
  }

  private void hasDate(String question, String day, String month, String year) {
    Locator group = council.group(question);
    assertThat(group.getByLabel("Day")).hasValue(day);
    assertThat(group.getByLabel("Month")).hasValue(month);
    assertThat(group.getByLabel("Year")).hasValue(year);
  }
}
