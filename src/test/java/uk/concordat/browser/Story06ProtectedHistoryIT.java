package uk.concordat.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import uk.concordat.it.Answer;
import uk.concordat.it.Api;
import uk.concordat.it.ApiExtension;
import uk.concordat.it.LedgerRows;
import uk.concordat.it.Referrals;

/**
 * Story 6: a trans patient is assaulted. What the Gender Recognition Act 2004 s.22 protects stands
 * in the clinical compartment, which stays with the trust; the record is restricted to named
 * people.
 *
 * <p>The rule: who may not see a protected field does not learn that there is one, and to whoever a
 * restricted record does not name it does not exist: by no address, list, search or timeline.
 */
@ExtendWith({BrowserExtension.class, ApiExtension.class})
class Story06ProtectedHistoryIT {
  private static final String NAME = "Samira Rahman";
  private static final String PROTECTED = "Legal gender and former name. (Synthetic)";
  private static final String NOWHERE = "HCR-2026-999999-T";

  private final Api api;
  private final LedgerRows ledger;
  private final Referrals referrals;

  Story06ProtectedHistoryIT(Api api, LedgerRows ledger) {
    this.api = api;
    this.ledger = ledger;
    referrals = new Referrals(api);
  }

  @Test
  void whatIsProtectedStaysWithTheTrustAndTheRecordWithTheNamed(Portal portal) {
    ObjectNode assaulted = Referrals.patient(referrals.complete());
    assaulted.putArray("strands").add("TG");
    assaulted.withObject("/clinical").put("detail", PROTECTED);
    String reference = referrals.draft("nhs.practitioner", assaulted).reference();
    referrals.moved("nhs.practitioner", reference, "{\"move\":\"submit\"}");
    String address = "/api/referrals/" + reference;
    assertThat(api.get("nhs.practitioner", address).text("/clinical/detail")).isEqualTo(PROTECTED);

    // The protected field: not shown, not masked, not asked for; the same as if nothing were there.
    Answer atPolice = api.get("police.hco", address);
    assertThat(atPolice.status()).isEqualTo(200);
    assertThat(atPolice.body()).doesNotContain(PROTECTED, "\"clinical\"");
    assertThat(atPolice.withheld()).contains("D13:WITHHELD");
    assertThat(api.get("police.hco", address + "/timeline").body()).doesNotContain("D13");
    assertThat(ledger.classes(reference)).noneMatch(each -> each.matches("DISCLOSE .*D13.*"));

    restrictedInThePortal(portal, reference);
    assertThat(api.get("police.hco", address).status()).isEqualTo(200);
    assertThat(api.get("nhs.practitioner", address).status())
        .as("whoever started it")
        .isEqualTo(200);
    int refused = ledger.refused("police.officer").size();
    String nothing = api.get("police.officer", "/api/referrals/" + NOWHERE).body();
    for (String other : new String[] {"police.officer", "police.lead", "nhs.safeguarding"}) {
      Answer hidden = api.get(other, address);
      assertThat(hidden.status()).as(other).isEqualTo(404);
      assertThat(hidden.body()).isEqualTo(nothing);
      assertThat(api.get(other, address + "/timeline").status()).isEqualTo(404);
      assertThat(api.get(other, address + "/contacts").status()).isEqualTo(404);
      assertThat(api.get(other, "/api/referrals?reference=" + reference).items("reference"))
          .isEmpty();
    }
    assertThat(ledger.refused("police.officer").size())
        .as("each attempt is in the ledger")
        .isGreaterThanOrEqualTo(refused + 3);
  }

  /** The hate crime officer narrows it to those who work on it; for a colleague it is gone. */
  private static void restrictedInThePortal(Portal portal, String reference) {
    String address = "/referral/referral.xhtml?ref=" + reference;
    Person colleague = portal.person("police.officer");
    colleague.open(address);
    colleague.sees(NAME);
    Person police = portal.person("police.hco");
    police.open(address);
    assertThat(police.page().getByRole(AriaRole.MAIN)).not().containsText(PROTECTED);
    police.follow("Restrict it to named people");
    police.press("Restrict it");
    police.reads("only the people named here find it");
    assertThat(police.page().getByRole(AriaRole.MAIN)).not().containsText(PROTECTED);
    colleague.page().reload();
    colleague.sees("We cannot show you this page");
  }
}
