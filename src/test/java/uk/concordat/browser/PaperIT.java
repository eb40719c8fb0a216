package uk.concordat.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import uk.concordat.document.SampleFiles;
import uk.concordat.it.Api;
import uk.concordat.it.ApiExtension;
import uk.concordat.it.CaseworkRows;
import uk.concordat.it.DatabaseOwner;
import uk.concordat.it.LedgerRows;
import uk.concordat.it.Referrals;
import uk.concordat.it.StaffDirectory;
import uk.concordat.stack.SecondFactor;
import uk.concordat.stack.Stack;
import uk.concordat.stack.StackExtension;

/**
 * A referral is taken out for the court: what is on its page, its documents where they are asked
 * for, and a disclosure in the ledger.
 */
@ExtendWith({BrowserExtension.class, ApiExtension.class, StackExtension.class})
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
    officer.press("Export");
    officer.isToldOfErrors("referral-paper-error");
    officer.choose("For a court or tribunal");
    Download file = officer.page().waitForDownload(() -> officer.press("Export"));
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
      Portal portal, Api api, StaffDirectory directory, CaseworkRows casework) throws IOException {
    SecondFactor factor = SecondFactor.fresh();
    String reference = new Referrals(api).received().reference();
    casework.letItBeTriaged(reference, 510);
    casework.letThemBeTold(reference, 510);
    Person officer =
        portal.person(
            directory.joinsWith(factor, "HERTS-POLICE/hate-crime-unit", "hate-crime-officer"));
    officer.open("/referral/paper.xhtml?ref=" + reference);
    officer.proves(factor);
    officer.choose("For a court or tribunal");
    Download file = officer.page().waitForDownload(() -> officer.press("Export"));
    try (PDDocument paper = Loader.loadPDF(file.path().toFile())) {
      String text = new PDFTextStripper().getText(paper).replaceAll("\\s+", " ");
      assertThat(text.split("Person harmed: ", -1)).hasSizeGreaterThan(450);
      assertThat(text)
          .contains("The timeline was cut here, after the oldest 500 entries.")
          .doesNotContain("Triaged");
    }
  }

  @Test
  void aRecordGoesWithTheDocumentsThatItsReaderSees(
      Portal portal, Api api, StaffDirectory directory, LedgerRows ledger, DatabaseOwner owner)
      throws IOException {
    var referrals = new Referrals(api);
    String reference = referrals.draft().reference();
    for (String dataClass : List.of("D5", "D6", "D14", "D15")) {
      attach(api, reference, dataClass, dataClass + ".txt");
    }
    attach(api, reference, "D4", "D5.txt");
    String withdrawn = attach(api, reference, "D5", "withdrawn.txt");
    referrals.moved("council.officer", reference, "{\"move\":\"submit\"}");
    api.post(
        "council.officer",
        "/api/referrals/" + reference + "/documents/" + withdrawn + "/withdrawal",
        "{\"reason\":\"It shows somebody else.\"}");
    SecondFactor factor = SecondFactor.fresh();
    String hco = directory.joinsWith(factor, "HERTS-POLICE/hate-crime-unit", "hate-crime-officer");
    Map<String, String> atForce = zip(asked(portal.person(hco), factor, reference));
    assertThat(atForce)
        .containsOnlyKeys(
            reference + ".pdf",
            "contents.txt",
            "documents/01 D5.txt",
            "documents/02 D5.txt",
            "documents/03 D6.txt",
            "documents/04 D15.txt");
    assertThat(atForce.get("documents/04 D15.txt")).isEqualTo("Of D15: D15.txt");
    assertThat(atForce.get("contents.txt"))
        .contains("OFFICIAL-SENSITIVE", "SYNTHETIC", "Plain text", "SHA-256: ", "15 bytes")
        .doesNotContain("D14", "withdrawn.txt");
    assertThat(ledger.classes(reference)).last().asString().startsWith("DISCLOSE ").contains("D15");
    SecondFactor other = SecondFactor.fresh();
    String lead = directory.joinsWith(other, "WELHAT-COUNCIL/community-safety", "council-officer");
    Person council = portal.person(lead);
    owner.leads(lead, "community-safety");
    Map<String, String> atCouncil = zip(asked(council, other, reference));
    assertThat(atCouncil)
        .containsKeys("documents/03 D14.txt", "documents/04 D15.txt")
        .as("of whom they suspect it sees the masked form")
        .doesNotContainKey("documents/03 D6.txt");
  }

  @Test
  void oneBrokenSealLetsNothingOut(Portal portal, Api api, StaffDirectory directory, Stack stack)
      throws SQLException {
    var referrals = new Referrals(api);
    String reference = referrals.draft().reference();
    attach(api, reference, "D4", "whole.txt");
    String broken = attach(api, reference, "D5", "broken.txt");
    referrals.moved("council.officer", reference, "{\"move\":\"submit\"}");
    try (Connection connection = stack.postgres().superuser().getConnection();
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(
          "update document set name = 'another.txt' where id = '%s'".formatted(broken));
    }
    SecondFactor factor = SecondFactor.fresh();
    String hco = directory.joinsWith(factor, "HERTS-POLICE/hate-crime-unit", "hate-crime-officer");
    Person officer = asked(portal.person(hco), factor, reference);
    officer.press("Export");
    officer.reads("Something went wrong");
  }

  private static Person asked(Person reader, SecondFactor factor, String reference) {
    reader.open("/referral/paper.xhtml?ref=" + reference);
    reader.proves(factor);
    reader.choose("For a court or tribunal");
    reader.choose("The referral as a PDF, and its documents");
    return reader;
  }

  /** What the ZIP holds, by path; the text of what is text. */
  private static Map<String, String> zip(Person reader) throws IOException {
    Download file = reader.page().waitForDownload(() -> reader.press("Export"));
    assertThat(file.suggestedFilename()).endsWith(".zip");
    Map<String, String> held = new TreeMap<>();
    try (var zip = new ZipInputStream(Files.newInputStream(file.path()))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        held.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return held;
  }

  private static String attach(Api api, String reference, String dataClass, String name) {
    byte[] file = SampleFiles.text("Of " + dataClass + ": " + name);
    return api.upload("council.officer", reference, dataClass, name, file).text("/id");
  }

  private static String text(PDDocument paper, int page) throws IOException {
    var stripper = new PDFTextStripper();
    stripper.setStartPage(page);
    stripper.setEndPage(page);
    return stripper.getText(paper).replaceAll("\\s+", " ");
  }
}
