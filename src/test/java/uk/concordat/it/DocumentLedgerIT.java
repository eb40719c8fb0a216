package uk.concordat.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import uk.concordat.document.SampleFiles;

/**
 * What is done with documents is in the ledger with their classes, and what the receiver does with
 * its own is not for the sender to read there; all of it stands in the timeline of whoever sees it.
 */
@ExtendWith(ApiExtension.class)
class DocumentLedgerIT {
  private final Api api;
  private final LedgerRows ledger;
  private final Visitors visitors;
  private final Referrals referrals;

  DocumentLedgerIT(Api api, LedgerRows ledger, Visitors visitors) {
    this.api = api;
    this.ledger = ledger;
    this.visitors = visitors;
    referrals = new Referrals(api);
  }

  @Test
  void eachEntryNamesTheClassOfTheDocument() {
    String reference = referrals.draft().reference();
    Answer erased = attach("council.officer", reference, "D4");
    assertThat(lastClasses(reference)).isEqualTo("COLLECT D4");
    api.send("DELETE", address(reference, erased), api.token("council.officer"), null);
    assertThat(lastClasses(reference)).isEqualTo("ERASE D4");
    Answer kept = attach("council.officer", reference, "D15");
    api.get("council.officer", address(reference, kept));
    assertThat(lastClasses(reference)).isEqualTo("CONSULT D1,D15");
    api.get("council.officer", address(reference, kept) + "/content");
    assertThat(ledger.classes(reference)).endsWith("CONSULT D1,D15", "CONSULT D1,D15");
    referrals.moved("council.officer", reference, "{\"move\":\"submit\"}");
    assertThat(ledger.classes(reference))
        .as("a document alone makes its class disclosed")
        .anyMatch(one -> one.startsWith("DISCLOSE ") && one.contains("D15"));
    attach("council.officer", reference, "D5");
    assertThat(ledger.classes(reference)).endsWith("COLLECT D5", "DISCLOSE D5");
    api.post("council.officer", address(reference, kept) + "/withdrawal", "{\"reason\":\"Why.\"}");
    assertThat(lastClasses(reference)).isEqualTo("ALTER D15");
  }

  @Test
  void theSendersTrailAndTimelineSayNothingOfTheReceiversOwn() {
    String reference = referrals.taken("police.officer");
    Answer before = api.get("council.officer", trail(reference));
    String timeline = "/api/referrals/" + reference + "/timeline?limit=100";
    Answer told = api.get("council.officer", timeline);
    Answer own = attach("police.officer", reference, "D5");
    api.get("police.hco", address(reference, own));
    api.get("police.hco", address(reference, own) + "/content");
    api.get("police.hco", "/api/referrals/" + reference + "/documents");
    String withdrawal = address(reference, own) + "/withdrawal";
    assertThat(api.post("police.officer", withdrawal, "{\"reason\":\"Twice.\"}").status())
        .isEqualTo(200);
    assertThat(
            api.get("council.officer", trail(reference)).items("id").stream()
                .filter(id -> !before.items("id").contains(id))
                .toList())
        .as("only that they read trail and timeline themselves")
        .hasSizeLessThanOrEqualTo(2);
    assertThat(api.get("council.officer", trail(reference)).body())
        .doesNotContain("casework.read", "\"COLLECT\",\"action\":\"referral.work\"");
    assertThat(api.get("council.officer", timeline).body()).isEqualTo(told.body());
    Answer atForce = api.get("police.hco", timeline);
    assertThat(steps(atForce)).containsExactly("WITHDRAWN", "ATTACHED");
    assertThat(atForce.body()).contains("Twice.");
    assertThat(lastClasses(reference)).isEqualTo("CONSULT D5");
  }

  @Test
  void theTimelineShowsADocumentToThoseOnlyWhoSeeIt() {
    String reference = referrals.draft().reference();
    attach("council.officer", reference, "D5");
    attach("council.officer", reference, "D14");
    referrals.moved("council.officer", reference, "{\"move\":\"submit\"}");
    String timeline = "/api/referrals/" + reference + "/timeline?limit=100";
    assertThat(steps(api.get("council.officer", timeline))).hasSize(2);
    Answer atForce = api.get("police.hco", timeline);
    assertThat(steps(atForce)).hasSize(1);
    assertThat(atForce.body()).contains("D5.txt").doesNotContain("D14.txt");
    String page = "/referral/timeline.xhtml?ref=" + reference;
    assertThat(visitors.signedIn("police.hco").get(page).body())
        .contains("Document attached", "D5.txt")
        .doesNotContain("D14.txt");
  }

  private static List<String> steps(Answer timeline) {
    return timeline.json().path("items").findValuesAsText("step").stream()
        .filter(step -> step.equals("ATTACHED") || step.equals("WITHDRAWN"))
        .toList();
  }

  private String lastClasses(String reference) {
    List<String> all = ledger.classes(reference);
    return all.get(all.size() - 1);
  }

  private static String trail(String reference) {
    return "/api/referrals/" + reference + "/trail?limit=100";
  }

  private Answer attach(String user, String reference, String dataClass) {
    byte[] file = SampleFiles.text("Of " + dataClass + ".");
    Answer attached = api.upload(user, reference, dataClass, dataClass + ".txt", file);
    assertThat(attached.status()).as(attached.body()).isEqualTo(201);
    return attached;
  }

  private static String address(String reference, Answer document) {
    return "/api/referrals/" + reference + "/documents/" + document.text("/id");
  }
}
