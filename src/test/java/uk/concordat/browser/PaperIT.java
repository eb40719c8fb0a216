package uk.concordat.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import uk.concordat.it.Api;
import uk.concordat.it.ApiExtension;
import uk.concordat.it.DatabaseOwner;
import uk.concordat.it.LedgerRows;
import uk.concordat.it.Referrals;
import uk.concordat.it.StaffDirectory;
import uk.concordat.stack.SecondFactor;

/** A referral is taken out for the court: what is on its page, and a disclosure in the ledger. */
@ExtendWith({BrowserExtension.class, ApiExtension.class})
class PaperIT {
  @Test
  void aRecordIsTakenOutOnPaperAndTheLedgerSaysForWhom(
      Portal portal, Api api, StaffDirectory directory, LedgerRows ledger) throws IOException {
    SecondFactor factor = SecondFactor.fresh();
    String reference = new Referrals(api).received().reference();
    Person officer =
        portal.person(
            directory.joinsWith(factor, "HERTS-POLICE/hate-crime-unit", "hate-crime-officer"));
    officer.open("/referral/referral.xhtml?ref=" + reference);
    officer.follow("Take it out as a PDF");
    officer.proves(factor);
    officer.sees("What is it taken out for?");
    officer.approves("referral-paper");
    officer.press("Export as PDF");
    officer.isToldOfErrors("referral-paper-error");
    officer.choose("For a court or tribunal");
    Download file = officer.page().waitForDownload(() -> officer.press("Export as PDF"));
    assertThat(file.suggestedFilename()).isEqualTo("concordat-" + reference + ".pdf");
    Screens.keep(file.path(), "referral-paper.pdf");
    try (PDDocument paper = Loader.loadPDF(file.path().toFile())) {
      for (int page = 1; page <= paper.getNumberOfPages(); page++) {
        assertThat(text(paper, page))
            .contains("OFFICIAL-SENSITIVE", "Taken out of Concordat by Demo Newcomer, Hertford");
      }
      assertThat(new PDFTextStripper().getText(paper))
          .contains(reference, "Samira Rahman", "headscarf", "What is not in this paper");
    }
    assertThat(ledger.footings(reference)).anyMatch(one -> one.matches("DISCLOSE .*COURT.*"));
    assertThat(ledger.operations(reference)).contains("DISCLOSE export.case hate-crime-officer");
  }

  @Test
  void whatStaysWithTheForceTakesNoPlaceAndThePaperSaysWhereItWasCut(
      Portal portal, Api api, StaffDirectory directory, DatabaseOwner owner) throws IOException {
    SecondFactor factor = SecondFactor.fresh();
    String reference = new Referrals(api).received().reference();
    owner.letItBeTriaged(reference, 510);
    owner.letThemBeTold(reference, 510);
    Person officer =
        portal.person(
            directory.joinsWith(factor, "HERTS-POLICE/hate-crime-unit", "hate-crime-officer"));
    officer.open("/referral/paper.xhtml?ref=" + reference);
    officer.proves(factor);
    officer.choose("For a court or tribunal");
    Download file = officer.page().waitForDownload(() -> officer.press("Export as PDF"));
    try (PDDocument paper = Loader.loadPDF(file.path().toFile())) {
      String text = new PDFTextStripper().getText(paper).replaceAll("\\s+", " ");
      assertThat(text.split("Person harmed: ", -1)).hasSizeGreaterThan(450);
      assertThat(text)
          .contains("The timeline was cut here, after the oldest 500 entries.")
          .doesNotContain("Triaged");
    }
  }

  private static String text(PDDocument paper, int page) throws IOException {
    var stripper = new PDFTextStripper();
    stripper.setStartPage(page);
    stripper.setEndPage(page);
    return stripper.getText(paper).replaceAll("\\s+", " ");
  }
}
