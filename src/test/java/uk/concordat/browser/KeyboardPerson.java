package uk.concordat.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import uk.concordat.it.Exchanges;
import uk.concordat.stack.DemoAccount;

/**
 * Somebody who has a keyboard and nothing else: they press Tab until they see that they are where
 * they want to be. Each stop on the way must look different with the focus than without.
 */
final class KeyboardPerson extends Person {
  private static final int MOST_STOPS = 120;
  private static final String FOCUSED = "e => e === document.activeElement";

  /** Everything by which a control, its label and what CSS adds to both could show the focus. */
  private static final String LOOK =
      """
      e => {
        const look = (n, p) => { const s = getComputedStyle(n, p);
          return [s.outlineStyle, s.outlineWidth, s.outlineColor, s.boxShadow, s.backgroundColor, s.color, s.borderColor].join(' '); };
        const seen = [e, ...(e.labels || [])];
        return seen.map(n => [null, '::before', '::after'].map(p => look(n, p)).join('|')).join('/');
      }
      """;

  private int strokes;

  KeyboardPerson(BrowserContext context, Exchanges seen) {
    super(context, seen);
  }

  /** How many keys were pressed since it was last asked, those of the texts too. */
  int strokes() {
    int pressed = strokes;
    strokes = 0;
    return pressed;
  }

  private void key(String name) {
    strokes++;
    page().keyboard().press(name);
  }

  private void keys(String text) {
    strokes += text.length();
    page().keyboard().type(text);
  }

  /** Through Keycloak's page too. */
  @Override
  void signIn(String username) {
    open("/");
    enterPassword(username);
    sees("Your work");
  }

  @Override
  void enterPassword(String username) {
    is(username);
    Locator name = page().getByLabel("Username");
    name.waitFor();
    tabTo(name, false);
    write(username);
    tabTo(page().getByLabel("Password", new Page.GetByLabelOptions().setExact(true)), false);
    write(DemoAccount.PASSWORD);
    key("Enter");
  }

  @Override
  void choose(String label) {
    mark(page().getByLabel(label, new Page.GetByLabelOptions().setExact(true)).first());
  }

  @Override
  void choose(String question, String label) {
    mark(group(question).getByLabel(label, new Locator.GetByLabelOptions().setExact(true)));
  }

  @Override
  void type(String label, String text) {
    tabTo(field(label), true);
    write(text);
  }

  @Override
  void date(String question, String day, String month, String year) {
    Locator group = group(question);
    tabTo(group.getByLabel("Day"), true);
    write(day);
    tabTo(group.getByLabel("Month"), true);
    write(month);
    tabTo(group.getByLabel("Year"), true);
    write(year);
  }

  @Override
  void select(String label, String option) {
    Locator list = field(label);
    tabTo(list, true);
    keys(option);
    assertThat(list.locator("option:checked").textContent()).isEqualTo(option);
  }

  @Override
  void press(String button) {
    tabTo(button(button).first(), true);
    key("Enter");
  }

  @Override
  void follow(String link) {
    tabTo(
        page()
            .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link).setExact(true))
            .first(),
        true);
    key("Enter");
  }

  /** Presses Tab until the control has the focus. */
  void tabTo(Locator control, boolean ours) {
    control.waitFor();
    for (int stops = 0; !(Boolean) control.evaluate(FOCUSED); stops++) {
      assertThat(stops).as("stops on the way to %s", control).isLessThan(MOST_STOPS);
      step(ours);
    }
  }

  /** One press of Tab; whatever had the focus must look different without it. */
  private void step(boolean ours) {
    Locator left = page().locator(":focus");
    boolean somewhere = left.count() == 1;
    var element = somewhere ? left.elementHandle() : null;
    String with = somewhere ? (String) element.evaluate(LOOK) : "";
    key("Tab");
    if (ours && somewhere && !element.evaluate(FOCUSED).equals(true)) {
      assertThat(element.evaluate(LOOK))
          .as("without the focus: %s", element.evaluate("e => e.outerHTML.substring(0, 200)"))
          .isNotEqualTo(with);
    }
  }

  /** Marks a radio button with the arrows, a check box with the space bar. */
  private void mark(Locator choice) {
    choice.waitFor();
    if (!"radio".equals(choice.getAttribute("type"))) {
      tabTo(choice, true);
      key("Space");
      assertThat(choice.isChecked()).isTrue();
      return;
    }
    Locator group = page().locator("input[name='" + choice.getAttribute("name") + "']");
    for (int stops = 0; group.locator(":scope:focus").count() == 0; stops++) {
      assertThat(stops).as("stops on the way to %s", choice).isLessThan(MOST_STOPS);
      step(true);
    }
    if (group.locator(":scope:checked").count() == 0) {
      key("Space");
    }
    for (int down = 0; !choice.isChecked(); down++) {
      assertThat(down).as("arrows on the way to %s", choice).isLessThan(group.count());
      key("ArrowDown");
    }
  }

  private void write(String text) {
    key("Control+A");
    keys(text);
  }
}
