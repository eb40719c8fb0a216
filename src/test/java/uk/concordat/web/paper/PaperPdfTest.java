package uk.concordat.web.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class PaperPdfTest {
  private static final String MARKING = "OFFICIAL-SENSITIVE";
  private static final String ORIGIN = "Taken out by Reader, on 28 November 2026 at 2:30pm";

  @Test
  void everyPageHasItsMarkingReaderTimeAndNumber() throws IOException {
    Paper paper = paper().part("Account");
    for (int i = 0; i < 200; i++) {
      paper.line("Line " + i, "Words of a person, long enough to fill a line of the paper.");
    }
    try (PDDocument printed = printed(paper)) {
      int pages = printed.getNumberOfPages();
      assertThat(pages).isGreaterThan(2);
      for (int page = 1; page <= pages; page++) {
        assertThat(text(printed, page)).contains(MARKING, ORIGIN, "Page " + page + " of " + pages);
      }
    }
  }

  @Test
  void namesOfAllScriptsAreThere() throws IOException {
    Paper paper = paper();
    paper.line("Latin", "Zoë O’Brien-Łukasz");
    paper.line("Greek", "Ελένη");
    paper.line("Hebrew", "שרה");
    paper.line("Arabic", "سميرة");
    try (PDDocument printed = printed(paper)) {
      assertThat(text(printed, 1)).contains("Zoë O’Brien-Łukasz", "Ελένη", "שרה");
      assertThat(java.text.Normalizer.normalize(text(printed, 1), java.text.Normalizer.Form.NFKC))
          .contains("سميرة");
    }
  }

  @Test
  void whatIsTypedIsNeverMarkup() throws IOException {
    Paper paper = paper();
    String typed = "<img src='http://example.org/x'/><script>1</script> & \u0001\u0000{} \uD800";
    paper.line("Account", typed + "\nsecond line");
    try (PDDocument printed = printed(paper)) {
      assertThat(text(printed, 1))
          .contains("<img src='http://example.org/x'/>", "<script>1</script> &", "second line");
    }
  }

  @Test
  void aWordWithoutEndStaysOnThePaper() throws IOException {
    Paper paper = paper();
    paper.line("Account", "endless".repeat(300));
    try (PDDocument printed = printed(paper)) {
      assertThat(text(printed, 1).replaceAll("\\s", "")).contains("endless".repeat(300));
    }
  }

  @Test
  void aLongAccountBeginsWhereItsTurnIsAndShortLinesAreNotParted() throws IOException {
    Paper paper = paper();
    for (int i = 0; i < 30; i++) {
      paper.line("Housing and anti-social behaviour history " + i, "Withheld");
    }
    paper.line("Account", "It was loud. ".repeat(600));
    try (PDDocument printed = printed(paper)) {
      int sheet = 1;
      while (!text(printed, sheet).contains("history 29")) {
        sheet++;
      }
      assertThat(text(printed, sheet)).contains("It was loud.");
      for (int page = 1; page <= sheet; page++) {
        assertThat(times("Housing and anti-social", text(printed, page)))
            .as("first and second lines of labels on sheet %d", page)
            .isEqualTo(times("behaviour history", text(printed, page)));
      }
    }
  }

  private static int times(String words, String text) {
    return text.split(words, -1).length - 1;
  }

  private static Paper paper() {
    return new Paper("Referral", MARKING, ORIGIN);
  }

  private static PDDocument printed(Paper paper) throws IOException {
    var out = new ByteArrayOutputStream();
    PaperPdf.write(paper, out);
    return Loader.loadPDF(out.toByteArray());
  }

  private static String text(PDDocument printed, int page) throws IOException {
    var stripper = new PDFTextStripper();
    stripper.setStartPage(page);
    stripper.setEndPage(page);
    return stripper.getText(printed);
  }
}
