package uk.concordat.browser;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Consumer;
import uk.concordat.it.Api;
import uk.concordat.it.Referrals;

/**
 * A council officer's eleven answers, question by question, as somebody with a mouse gives them.
 */
final class Answers {
  static final String NARRATIVE = "Shouted at on the bus by a stranger, who followed her home.";
  static final String NAME = "Amina Testperson";
  static final String POLICE = "Hertfordshire Constabulary";

  /**
   * One question.
   *
   * @param heading its page's heading
   * @param mandatory whether nothing at all is not an answer
   */
  record Asked(String heading, String picture, boolean mandatory, Consumer<Person> answer) {}

  static final List<Asked> ALL =
      List.of(
          new Asked("Who is it for?", "q01-receiver", true, Answers::receiver),
          new Asked("What happened?", "q02-what", true, Answers::what),
          new Asked("When did it happen?", "q03-when", true, Answers::when),
          new Asked("Where did it happen?", "q04-where", true, Answers::where),
          new Asked("What was the person targeted for?", "q05-targeted", true, Answers::targeted),
          new Asked(
              "Who believes that hostility was the reason?",
              "q06-perceived",
              true,
              person -> person.choose("The person harmed")),
          new Asked("Who was harmed?", "q07-person", true, Answers::person),
          new Asked("How can they be reached safely?", "q08-contact", true, Answers::contact),
          new Asked("What does the person want?", "q09-wish", true, Answers::wish),
          new Asked("What else do they need to know?", "q10-more", false, Answers::more),
          new Asked("Why may you share it?", "q11-footing", true, Answers::footing));

  private Answers() {}

  /** Starts a draft and stops at its first question; returns the reference. */
  static String start(Person person) {
    person.open("/referral/start.xhtml");
    person.press("Start now");
    person.sees(ALL.get(0).heading());
    return person.page().url().replaceFirst(".*ref=", "");
  }

  /** Answers everything from the first question on and stops at the answers to check. */
  static void giveAll(Person person) {
    start(person);
    for (Asked asked : ALL) {
      person.sees(asked.heading());
      asked.answer().accept(person);
      person.press("Continue");
    }
    person.sees("Check your answers");
  }

  /** Sends what was checked; returns the reference. */
  static String send(Person person) {
    person.choose(DECLARATION);
    person.press("Send to");
    person.sees("Sent");
    return person.page().url().replaceFirst(".*ref=", "");
  }

  /**
   * The same person's referral, sent through the API: where a test begins once it has been sent.
   */
  static String sent(Api api) {
    Referrals referrals = new Referrals(api);
    ObjectNode content = referrals.complete();
    content.withObject("/person").put("name", NAME);
    String reference = referrals.draft("council.officer", content).reference();
    return referrals.moved("council.officer", reference, "{\"move\":\"submit\"}").reference();
  }

  static final String DECLARATION =
      "This is accurate as far as I know, and I am not related to anyone in it";

  private static void receiver(Person person) {
    person.choose(POLICE);
    person.choose("Standard");
  }

  private static void what(Person person) {
    person.type("What happened, in the words", NARRATIVE);
    person.select("What kind of incident was it?", "Incident on public transport");
  }

  private static void when(Person person) {
    person.date("Which day?", "19", "11", "2026");
    person.type("At what time?", "5:40pm");
  }

  private static void where(Person person) {
    person.type("Where it happened", "Bus stop at the library");
    person.type("Postcode", "AL99 9ZZ");
    person.select("What kind of place was it?", "Transport");
  }

  private static void targeted(Person person) {
    person.choose("Race");
    person.choose("Religion or belief");
  }

  private static void person(Person person) {
    person.choose("Yes");
    person.type("The name they use", NAME);
    person.date("Date of birth", "29", "2", "1988");
  }

  private static void contact(Person person) {
    person.choose("Telephone");
    person.type("Number or address for it", "01632 960123");
    person.type("What makes contact safe or unsafe", "Weekdays after 6pm");
  }

  private static void wish(Person person) {
    person.choose("Yes, they want it");
    person.choose("Were they told", "Yes");
  }

  /** Nothing: all of it is optional, and most referrals need none. */
  private static void more(Person person) {
    person.reads("All of it is optional");
  }

  private static void footing(Person person) {
    person.choose("Purpose", "Preventing and detecting crime");
    person.choose("Lawful basis", "Public task");
    person.choose("Condition for sensitive data", "Preventing or detecting unlawful acts");
  }
}
