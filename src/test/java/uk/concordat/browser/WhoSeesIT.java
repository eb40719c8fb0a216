package uk.concordat.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Media;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import uk.concordat.it.Api;
import uk.concordat.it.ApiExtension;
import uk.concordat.it.StaffDirectory;

/** The pages on which people decide who sees a record, and learn who does. */
@ExtendWith({BrowserExtension.class, ApiExtension.class})
class WhoSeesIT {
  private static final String GONE = "We cannot show you this page";

  @Test
  void aColleagueIsExcludedAndNamedAndLetInAgain(Portal portal, Api api) {
    String reference = Answers.sent(api);
    Person police = portal.person("police.hco");
    Person officer = portal.person("police.officer");
    officer.open(address(reference));
    officer.sees(Answers.NAME);
    assertThat(link(officer, "Exclude a colleague")).hasCount(0);
    officer.reads("Say that you know somebody in it");
    Decisions.acknowledge(police, reference);
    assertThat(link(police, "Accept it")).hasCount(1);
    assertThat(link(police, "Acknowledge it")).hasCount(0);
    police.reads("Assign a referral");
    police.approves("referral-access");
    exclude(police);
    officer.page().reload();
    officer.sees(GONE);
    lift(police);
    officer.page().reload();
    officer.sees(Answers.NAME);
    restrict(police);
    officer.page().reload();
    officer.sees(GONE);
    officer.open("/referral/restrict.xhtml?ref=" + reference);
    officer.sees(GONE);
    unrestrict(police);
    officer.open(address(reference));
    officer.sees(Answers.NAME);
    for (String page : new String[] {"exclusions", "exclude", "restrict", "unrestrict"}) {
      officer.open("/referral/" + page + ".xhtml?ref=" + reference);
      officer.sees(GONE);
    }
  }

  @Test
  void whoeverKnowsSomebodyInItExcludesThemselvesByKeyboardAlone(Portal portal, Api api) {
    String reference = Answers.sent(api);
    Person police = portal.keyboardPerson("police.hco");
    police.open("/referral/acknowledge.xhtml?ref=" + reference);
    police.choose("Yes, I know somebody in it");
    police.press("Acknowledge");
    police.sees("What part do you have in it?");
    police.reads("It has not been acknowledged");
    police.approves("declare");
    police.press("Exclude yourself");
    police.isToldOfErrors("declare-error");
    police.choose("I am a neighbour of somebody in it");
    police.press("Exclude yourself");
    police.sees("You are excluded from it");
    police.approves("declared");
    police.open(address(reference));
    police.sees(GONE);
  }

  @Test
  void whoHoldsTwoRolesActsInOneAndNobodyInTwoThatExcludeEachOther(
      Portal portal, StaffDirectory directory) {
    String username = directory.joins();
    directory.gets(username, "agency-admin");
    Person person = portal.person(username);
    person.follow("Change role");
    person.sees("Which role do you act in?");
    assertThat(person.page().getByLabel("Council officer")).isChecked();
    person.approves("acting-role");
    person.choose("Agency administrator");
    person.press("Act in this role");
    person.reads("There is no casework in your role.");
    assertThat(person.page().locator(".you__role")).hasText("Agency administrator");
    person.approves("acting-role-changed");
    directory.gets(username, "information-governance");
    person.page().reload();
    person.sees("Your account has two roles that nobody may hold together");
    person.approves("forbidden-pair");
    person.press("Sign out");
    person.sees("You have signed out");
  }

  @Test
  void whoHoldsOneRoleIsOfferedNoOther(Portal portal) {
    Person officer = portal.person("council.officer");
    assertThat(link(officer, "Change role")).hasCount(0);
    officer.open("/access/acting-role.xhtml");
    officer.sees(GONE);
    officer.open("/access/staff.xhtml");
    officer.sees(GONE);
  }

  @Test
  void governanceLearnsWhatAColleagueCouldSee(Portal portal, Api api) {
    String reference = Answers.sent(api);
    Person governance = portal.person("police.governance");
    governance.follow("Staff");
    governance.sees("Staff and what they could see");
    governance.reads("Hate crime unit, since 1 January 2026");
    governance.approves("staff");
    governance.follow("Demo Police Officer");
    governance.sees("What could Demo Police Officer see?");
    governance.reads(reference);
    governance.reads("Through their agency");
    governance.approves("sight");
    assertThat(governance.page().getByRole(AriaRole.MAIN)).not().containsText(Answers.NAME);
    governance.follow(reference);
    governance.sees("Who sees " + reference + "?");
    governance.reads("They oversee sharing by their agency; they see no content.");
    governance.approves("referral-header");
    governance.open("/access/staff.xhtml");
    governance.follow("Find a referral by its reference");
    governance.sees("Which referral do you oversee?");
    governance.approves("referral-header-find");
    governance.press("Continue");
    governance.isToldOfErrors("referral-header-find-error");
    governance.type("Reference", reference);
    governance.press("Continue");
    governance.sees("Who sees " + reference + "?");
    governance.open("/access/staff.xhtml");
    governance.follow("Demo Police Officer");
    String address = governance.page().url();
    governance.open("/access/sight.xhtml?id=nobody");
    governance.sees(GONE);
    Person other = portal.person("council.governance");
    other.open(address);
    other.sees(GONE);
  }

  @Test
  void anybodyReadsTheWholeRoleMatrixOnScreenAndOnPaper(Portal portal) {
    Person auditor = portal.person("board.governance");
    auditor.follow("What each role may see");
    auditor.sees("What each role may do and see");
    auditor.reads("Break the glass");
    auditor.reads("Police officer, Prosecutor: own and assigned");
    auditor.reads("Every role: not limited");
    auditor.reads("D17 Ledger");
    auditor.approves("roles");
    auditor.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    Screens.take(auditor.page(), "roles-print");
  }

  private static void exclude(Person police) {
    police.follow("Exclude a colleague");
    police.sees("Who must not see this referral");
    police.reads("Nobody is excluded from it.");
    police.approves("exclusions-none");
    police.follow("Exclude a colleague");
    police.sees("Whom do you exclude?");
    police.approves("exclude");
    police.choose("They are a neighbour");
    police.press("Exclude them");
    police.isToldOfErrors("exclude-error");
    assertThat(police.page().getByLabel("They are a neighbour")).isChecked();
    police.select("Colleague", "Demo Police Officer, Police officer");
    police.press("Exclude them");
    police.sees("Who must not see this referral");
    police.reads("Demo Police Officer");
    police.approves("exclusions");
  }

  private static void lift(Person police) {
    police.follow("Lift it for Demo Police Officer");
    police.sees("Lift this exclusion?");
    police.approves("exclusion-lift");
    police.press("Lift the exclusion");
    police.reads("Nobody is excluded from it.");
    police.page().getByText("Back to the referral").click();
    police.sees(Answers.NAME);
  }

  private static void restrict(Person police) {
    police.follow("Restrict it to named people");
    police.sees("Who may see this referral?");
    police.approves("restrict");
    police.choose("Demo Hate Crime Lead");
    police.press("Restrict it");
    police.reads("only the people named here find it");
    police.approves("referral-restricted");
  }

  private static void unrestrict(Person police) {
    police.follow("Change or lift the restriction");
    assertThat(police.page().getByLabel("Demo Hate Crime Lead")).isChecked();
    assertThat(police.page().getByLabel("Demo Police Officer")).not().isChecked();
    police.approves("restrict-change");
    police.follow("lift the restriction");
    police.sees("Lift the restriction?");
    police.approves("restriction-lift");
    police.press("Lift the restriction");
    police.sees(Answers.NAME);
  }

  private static String address(String reference) {
    return "/referral/referral.xhtml?ref=" + reference;
  }

  private static com.microsoft.playwright.Locator link(Person person, String name) {
    return person
        .page()
        .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
  }
}
