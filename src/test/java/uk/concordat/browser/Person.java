package uk.concordat.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIRequestContext;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import uk.concordat.it.EveryDoor;
import uk.concordat.it.Exchanges;
import uk.concordat.it.Visitor;
import uk.concordat.stack.DemoAccount;
import uk.concordat.stack.SecondFactor;
import uk.concordat.stack.Waiting;

/** Somebody at a browser with a mouse, who finds things by what they are called. */
class Person {
  private static final Pattern POLICY = Pattern.compile("Content.Security.Policy|violates");
  private static final Duration BOOKED = Duration.ofSeconds(10);

  private final BrowserContext context;
  private final Page page;
  private final Exchanges seen;
  private String username;
  private final List<String> complaints = new CopyOnWriteArrayList<>();

  Person(BrowserContext context, Exchanges seen) {
    this.context = context;
    this.seen = seen;
    context.onResponse(this::remember);
    context.onConsoleMessage(
        message -> {
          if (POLICY.matcher(message.text()).find()) {
            complaints.add(message.text());
          }
        });
    context.onWebError(error -> complaints.add(error.error()));
    this.page = context.newPage();
  }

  Page page() {
    return page;
  }

  BrowserContext context() {
    return context;
  }

  Response open(String path) {
    return page.navigate(path);
  }

  /**
   * Comes in with a password, without Keycloak's page being drawn: {@link SignInIT} does that.
   * Keycloak admits nobody while it still books their last sign-in: another one waits for that.
   */
  void signIn(String username) {
    assertThat(Waiting.until(BOOKED, () -> comesIn(username))).as("%s signs in", username).isTrue();
    is(username);
    page.navigate("/");
    sees("Your work");
  }

  /** The cookies are those of the browser. */
  private boolean comesIn(String username) {
    APIRequestContext requests = context.request();
    FormData fields =
        FormData.create().set("username", username).set("password", DemoAccount.PASSWORD);
    String form = Visitor.form(requests.get("/").text());
    return requests
        .post(form, RequestOptions.create().setForm(fields))
        .text()
        .contains("<h1>Your work</h1>");
  }

  /** From here on pages are theirs. */
  void is(String name) {
    username = name;
  }

  private void remember(Response answer) {
    Request request = answer.request();
    if (username != null
        && request.isNavigationRequest()
        && request.method().equals("GET")
        && answer.status() == 200) {
      Instant from = Instant.ofEpochMilli((long) request.timing().startTime);
      seen.passed(EveryDoor.page(URI.create(answer.url())), username, from);
    }
  }

  /** Fills in Keycloak's page, whoever sent us there. */
  void enterPassword(String username) {
    is(username);
    enterPassword(page, username);
  }

  /** Follows a link that opens a tab of its own and signs in there. */
  void signInInNewTab(String link, String username) {
    Page tab = context.waitForPage(() -> follow(link));
    enterPassword(tab, username);
    assertThat(tab.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
        .containsText("You are signed in again");
    tab.close();
  }

  /** Proves on Keycloak's pages, whoever sent us there, with a second factor who they are. */
  void proves(SecondFactor secondFactor) {
    proves(page, secondFactor);
  }

  /** Follows a link that opens a tab of its own and proves there who they are. */
  void provesInNewTab(String link, SecondFactor secondFactor) {
    Page tab = context.waitForPage(() -> follow(link));
    proves(tab, secondFactor);
    assertThat(tab.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
        .containsText("You have proved who you are");
    tab.close();
  }

  private static void proves(Page page, SecondFactor secondFactor) {
    page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true))
        .fill(DemoAccount.PASSWORD);
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign In")).click();
    page.getByLabel("One-time code").fill(secondFactor.code());
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign In")).click();
  }

  private static void enterPassword(Page page, String username) {
    page.getByLabel("Username").fill(username);
    page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true))
        .fill(DemoAccount.PASSWORD);
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign In")).click();
  }

  void choose(String label) {
    page.getByLabel(label, new Page.GetByLabelOptions().setExact(true)).first().check();
  }

  /** Chooses within a question of several on the page. */
  void choose(String question, String label) {
    group(question).getByLabel(label, new Locator.GetByLabelOptions().setExact(true)).check();
  }

  void type(String label, String text) {
    field(label).fill(text);
  }

  void date(String question, String day, String month, String year) {
    Locator group = group(question);
    group.getByLabel("Day").fill(day);
    group.getByLabel("Month").fill(month);
    group.getByLabel("Year").fill(year);
  }

  /** The same of a day that is known as one. */
  void date(String question, LocalDate day) {
    date(
        question,
        Integer.toString(day.getDayOfMonth()),
        Integer.toString(day.getMonthValue()),
        Integer.toString(day.getYear()));
  }

  void select(String label, String option) {
    field(label).selectOption(option);
  }

  /** Types and waits until a draft that holds it has been saved by itself. */
  void typeAndAwaitSaving(String label, String text) {
    String sent = URLEncoder.encode(text, StandardCharsets.UTF_8);
    page.waitForResponse(
        answer ->
            answer.status() == 204
                && String.valueOf(answer.request().postData()).contains("=" + sent + "&"),
        () -> type(label, text));
  }

  void press(String button) {
    button(button).click();
  }

  void follow(String link) {
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link).setExact(true))
        .first()
        .click();
  }

  Locator button(String name) {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
  }

  Locator field(String label) {
    return page.getByLabel(label, new Page.GetByLabelOptions().setExact(false)).first();
  }

  Locator group(String question) {
    return page.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName(question)).first();
  }

  /** Opens what a notice on "Your work" is about. */
  void opensNotice(String heading) {
    open("/");
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(heading)).first().click();
  }

  /** The page has this heading of the first level. */
  void sees(String heading) {
    assertThat(
            page.getByRole(
                AriaRole.HEADING, new Page.GetByRoleOptions().setName(heading).setLevel(1)))
        .isVisible();
  }

  void reads(String text) {
    assertThat(page.getByRole(AriaRole.MAIN)).containsText(text);
  }

  /** The page is in order for everybody: axe, policy, width, and addresses that are some. */
  void approves(String picture) {
    Accessibility.check(page);
    assertThat(page.locator("a[href*='[']").all())
        .as("a value in the place of an address")
        .isEmpty();
    Screens.take(page, picture);
    noComplaints();
  }

  void noComplaints() {
    assertThat(complaints).as("the browser's complaints").isEmpty();
  }

  /** What a page looks like that reports errors: how many, and each leads to its field. */
  void isToldOfErrors(String picture) {
    summaryHasFocus();
    approves(picture);
    errorsLeadToFields();
  }

  /** The same of a page that is in order for everybody, as {@link #isToldOfErrors} found before. */
  void isToldOfErrors() {
    summaryHasFocus();
    noComplaints();
    errorsLeadToFields();
  }

  private void summaryHasFocus() {
    assertThat(page).hasTitle(Pattern.compile("^Error: "));
    Locator summary = page.getByRole(AriaRole.ALERT);
    assertThat(summary).isFocused();
    assertThat(summary).containsText("There is a problem");
  }

  private void errorsLeadToFields() {
    Locator summary = page.getByRole(AriaRole.ALERT);
    Locator links = summary.getByRole(AriaRole.LINK);
    assertThat(links.count()).as("errors").isPositive();
    for (Locator link : links.all()) {
      link.click();
      Locator control = page.locator(link.getAttribute("href"));
      assertThat(control).isFocused();
      assertThat(control).isInViewport();
    }
  }

  /** Beside a field, or a group of them, stands what is wrong with it, for eyes and ears alike. */
  void isToldBeside(Locator field, String message) {
    assertThat(field).hasAccessibleDescription(Pattern.compile("Error: " + message));
    assertThat(page.locator(".field--wrong").filter(new Locator.FilterOptions().setHas(field)))
        .containsText(message);
    assertThat(page.getByRole(AriaRole.ALERT)).containsText(message);
  }

  void close() {
    context.close();
  }
}
