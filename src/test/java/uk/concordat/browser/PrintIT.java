package uk.concordat.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import uk.concordat.it.Api;
import uk.concordat.it.ApiExtension;
import uk.concordat.it.Referrals;

/** What a page looks like where the browser prints it: whole, marked, and whose it is. */
@ExtendWith({BrowserExtension.class, ApiExtension.class})
class PrintIT {
  /** The 180 mm between the margins of an A4 sheet, in CSS pixels. */
  private static final int PAPER = 680;

  private static final String CELLS =
      "() => Array.from(document.querySelectorAll('.ui-datatable :is(th, td)'))"
          + ".filter(cell => cell.getClientRects().length > 0)";

  @Test
  void aListIsWholeOnPaper(Portal portal, Api api) {
    new Referrals(api).submitted();
    Person officer = portal.person("police.hco");
    officer.open("/referral/inbox.xhtml?queue=CHANGED");
    Page page = officer.page();
    page.setViewportSize(PAPER, 1000);
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    assertThat(page.evaluate(CELLS + ".length > 0")).as("a list").isEqualTo(true);
    assertThat(page.evaluate(CELLS + ".every(cell => cell.getBoundingClientRect().right <= 680)"))
        .as("each cell is on the sheet")
        .isEqualTo(true);
    assertThat(page.evaluate("() => document.querySelector('[data-pick]').checkVisibility()"))
        .as("nothing is chosen on paper")
        .isEqualTo(false);
  }

  @Test
  void aWordWithoutEndWidensNoSheet(Portal portal, Api api) {
    Referrals referrals = new Referrals(api);
    ObjectNode content = referrals.complete();
    content.withObject("/incident").put("narrative", "endless".repeat(60));
    String reference = referrals.draft("council.officer", content).reference();
    Person officer = portal.person("council.officer");
    officer.open("/referral/draft/check.xhtml?ref=" + reference);
    officer.reads("endlessendless");
    Page page = officer.page();
    page.setViewportSize(PAPER, 1000);
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    assertThat((Integer) page.evaluate("() => document.documentElement.scrollWidth"))
        .isLessThanOrEqualTo(PAPER);
  }

  @Test
  void eachSheetSaysWhoPrintedItAndHowToHandleIt(Portal portal, Api api) throws IOException {
    String reference = new Referrals(api).received().reference();
    Person officer = portal.person("police.hco");
    officer.open("/referral/referral.xhtml?ref=" + reference);
    byte[] printed =
        officer.page().pdf(new Page.PdfOptions().setPreferCSSPageSize(true).setFormat("A4"));
    try (PDDocument paper = Loader.loadPDF(printed)) {
      assertThat(paper.getNumberOfPages()).isGreaterThan(1);
      for (int sheet = 1; sheet <= paper.getNumberOfPages(); sheet++) {
        assertThat(text(paper, sheet))
            .as("sheet %d", sheet)
            .contains("OFFICIAL-SENSITIVE", "Printed ", "Hertfordshire Constabulary");
      }
    }
  }

  private static String text(PDDocument paper, int sheet) throws IOException {
    var stripper = new PDFTextStripper();
    stripper.setStartPage(sheet);
    stripper.setEndPage(sheet);
    return stripper.getText(paper);
  }
}
