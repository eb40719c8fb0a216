package uk.concordat.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import uk.concordat.document.SampleFiles;
import uk.concordat.it.Api;
import uk.concordat.it.ApiExtension;
import uk.concordat.it.Referrals;

/** In the portal: documents are attached with progress, looked at, erased and withdrawn. */
@ExtendWith({BrowserExtension.class, ApiExtension.class})
class DocumentsIT {
  private final Referrals referrals;

  DocumentsIT(Api api) {
    referrals = new Referrals(api);
  }

  @Test
  void severalFilesAreAttachedAndOfEachItIsSaidWhatBecameOfIt(Portal portal) {
    String reference = referrals.draft().reference();
    Person council = portal.person("council.officer");
    council.open("/referral/draft/check.xhtml?ref=" + reference);
    council.follow("Attach documents");
    council.sees("Attach documents");
    council.press("Attach");
    council.isToldOfErrors("document-attach-error");
    council
        .page()
        .setInputFiles(
            "#file",
            new FilePayload[] {
              new FilePayload("letter.pdf", "application/pdf", SampleFiles.pdf()),
              new FilePayload("bad.pdf", "application/pdf", SampleFiles.program()),
              new FilePayload("door.jpg", "image/jpeg", SampleFiles.jpeg())
            });
    council.press("Attach");
    council.reads("2 attached, 1 not attached.");
    council.reads("bad.pdf: This is a program, whatever its name says");
    assertThat(council.page().locator("[data-attached] a")).hasCount(2);
    council.approves("document-attach");
    council.follow("letter.pdf");
    council.sees("letter.pdf");
    council.reads("Not scanned for viruses");
    assertThat(council.page().locator("img.preview")).hasCount(2);
    council.approves("document");
    council.follow("Erase it");
    council.sees("Erase this document?");
    council.approves("document-erase");
    council.press("Erase it");
    council.sees("Attach documents");
    assertThat(council.page().locator("[data-attached] a")).hasCount(1);

    referrals.moved("council.officer", reference, "{\"move\":\"submit\"}");
    Person police = portal.person("police.hco");
    police.open("/referral/referral.xhtml?ref=" + reference);
    police.follow("door.jpg");
    police.sees("door.jpg");
    assertThat(police.page().locator("img.preview")).hasCount(1);
    council.open("/referral/referral.xhtml?ref=" + reference);
    council.follow("door.jpg");
    council.follow("Withdraw it");
    council.press("Withdraw it");
    council.isToldOfErrors("document-withdraw-error");
    council.type("Why", "It shows somebody else.");
    council.press("Withdraw it");
    council.sees("door.jpg");
    council.reads("It shows somebody else.");
    assertThat(council.page().locator("img.preview")).hasCount(0);
  }

  @Test
  void whoWithdrawsWhatSomebodyWasFasterToWithdrawIsShownThat(Portal portal, Api api) {
    String reference = referrals.submitted().reference();
    byte[] file = SampleFiles.text("A note.");
    String id = api.upload("council.officer", reference, "D5", "note.txt", file).text("/id");
    Person council = portal.person("council.officer");
    council.open("/document/remove.xhtml?ref=%s&id=%s".formatted(reference, id));
    council.type("Why", "It shows somebody else.");
    String path = "/api/referrals/%s/documents/%s/withdrawal".formatted(reference, id);
    api.post("council.officer", path, "{\"reason\":\"Somebody was faster.\"}");
    council.press("Withdraw it");
    council.sees("note.txt");
    council.reads("Somebody was faster.");
  }
}
