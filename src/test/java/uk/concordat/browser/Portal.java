package uk.concordat.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import java.util.ArrayList;
import java.util.List;
import uk.concordat.it.Exchanges;

/** The running portal, and the people who use it: each in a browser profile of their own. */
final class Portal implements AutoCloseable {
  private final Browser browser;
  private final String address;
  private final Exchanges seen;
  private final List<Person> people = new ArrayList<>();

  Portal(Browser browser, String address, Exchanges seen) {
    this.seen = seen;
    this.browser = browser;
    this.address = address;
  }

  /** Somebody who has not signed in. */
  Person visitor() {
    Person person = new Person(profile(), seen);
    people.add(person);
    return person;
  }

  /** Somebody without a mouse who has signed in with a demo account. */
  KeyboardPerson keyboardPerson(String username) {
    KeyboardPerson person = new KeyboardPerson(profile(), seen);
    people.add(person);
    person.signIn(username);
    return person;
  }

  private BrowserContext profile() {
    Browser.NewContextOptions options =
        new Browser.NewContextOptions()
            .setBaseURL(address)
            .setLocale("en-GB")
            .setTimezoneId("Europe/London")
            .setViewportSize(Screens.WIDE, Screens.HIGH);
    return browser.newContext(options);
  }

  /** Somebody who has signed in with a demo account. */
  Person person(String username) {
    Person person = visitor();
    person.signIn(username);
    return person;
  }

  /** Where it is, without a slash at the end. */
  String address() {
    return address;
  }

  @Override
  public void close() {
    people.forEach(Person::close);
  }
}
