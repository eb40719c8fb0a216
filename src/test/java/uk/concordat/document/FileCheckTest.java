package uk.concordat.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import uk.concordat.kernel.FieldError;
import uk.concordat.kernel.InvalidInput;

/** What a file is, and what is made harmless or refused of it; nothing is scanned here. */
@Order(1)
class FileCheckTest {
  private final FileCheck check = check();

  private static FileCheck check() {
    var check = new FileCheck();
    check.scanner = new VirusScanner();
    check.scanner.address = new ScannerAddress(Optional.empty());
    check.bench = bench();
    return check;
  }

  private static Workbench bench() {
    var bench = new Workbench();
    bench.path = new WorkshopPath(System.getProperty("java.class.path"));
    return bench;
  }

  static Stream<Arguments> kept() {
    return Stream.of(
        Arguments.of("letter.pdf", SampleFiles.pdf(), DocumentType.PDF),
        Arguments.of("door.PNG", SampleFiles.png(), DocumentType.PNG),
        Arguments.of("door.jpeg", SampleFiles.jpeg(), DocumentType.JPEG),
        Arguments.of("note.txt", SampleFiles.text("Zażółć, grüße\n"), DocumentType.TEXT),
        Arguments.of("report.docx", SampleFiles.docx(), DocumentType.DOCX),
        Arguments.of("names.pdf", HostileFiles.pdfWithOddNames(), DocumentType.PDF),
        Arguments.of("links.pdf", HostileFiles.pdfWithLink(), DocumentType.PDF),
        Arguments.of("scan.pdf", HostileFiles.scannedPdf(), DocumentType.PDF));
  }

  @ParameterizedTest
  @MethodSource
  void kept(String name, byte[] file, DocumentType type) {
    CheckedFile checked = check.check(name, file);
    assertThat(checked.type()).isEqualTo(type);
    assertThat(checked.name().text()).isEqualToIgnoringCase(name);
    assertThat(checked.scan()).isEqualTo(Scan.NOT_SCANNED);
  }

  static Stream<Arguments> refused() {
    return Stream.of(
        Arguments.of("letter.pdf", SampleFiles.program(), "program"),
        Arguments.of("letter.pdf", SampleFiles.text("#!/bin/sh\nrm -r /\n"), "program"),
        Arguments.of("door.png", SampleFiles.svg(), "drawing"),
        Arguments.of("door.svg", SampleFiles.svg(), "drawing"),
        Arguments.of(
            "note.txt", SampleFiles.text("<!DOCTYPE html><html><body>x</body></html>"), "web-page"),
        Arguments.of("files.zip", SampleFiles.zipBomb(), "archive"),
        Arguments.of("report.docx", SampleFiles.zipBomb(), "archive"),
        Arguments.of("report.docx", SampleFiles.docxBomb(), "inflates"),
        Arguments.of("report.docx", SampleFiles.docxWithMacros(), "macros"),
        Arguments.of("report.docx", SampleFiles.docxThatFetches(), "fetches"),
        Arguments.of("report.xlsx", SampleFiles.spreadsheet(), "other-office"),
        Arguments.of("letter.pdf", SampleFiles.pdfWithScript(), "script"),
        Arguments.of("letter.pdf", SampleFiles.pdfThatStarts(), "starts"),
        Arguments.of("letter.pdf", SampleFiles.pdfWithFile(), "embedded"),
        Arguments.of("letter.pdf", SampleFiles.pdfWithDynamicForm(), "dynamic-form"),
        Arguments.of("letter.pdf", SampleFiles.lockedPdf(), "encrypted"),
        Arguments.of("letter.pdf", HostileFiles.pdfBehindBytes(), "unreadable"),
        Arguments.of("letter.pdf", HostileFiles.pdfWithHiddenObject(), "unreadable"),
        Arguments.of("letter.pdf", HostileFiles.pdfThatCallsWhenOpened(), "starts"),
        Arguments.of("letter.pdf", HostileFiles.pdfWhosePageCalls(), "starts"),
        Arguments.of("door.jpg", HostileFiles.photograph(9_000, 8_000, false), "too-many-pixels"),
        Arguments.of("door.jpg", HostileFiles.photograph(6_000, 4_000, true), "too-many-pixels"),
        Arguments.of("letter.pdf", HostileFiles.pdfWithSpace(), "inflates"),
        Arguments.of("letter.pdf", HostileFiles.pdfWithoutHead(), "inflates"),
        Arguments.of("letter.pdf", HostileFiles.pdfInHexadecimal(), "inflates"),
        Arguments.of("door.png", HostileFiles.deepPicture(), "too-many-pixels"),
        Arguments.of("door.jpg", HostileFiles.brokenPicture(), "unreadable"),
        Arguments.of("letter.pdf", SampleFiles.text("%PDF-1.7\nand nothing else"), "unreadable"),
        Arguments.of("door.png", SampleFiles.hugePicture(), "too-many-pixels"),
        Arguments.of("letter.pdf", SampleFiles.png(), "named-otherwise"),
        Arguments.of("start.bat", SampleFiles.text("del everything"), "named-otherwise"),
        Arguments.of("note.txt", new byte[0], "nothing-in-it"),
        Arguments.of("note.txt", new byte[DocumentLimits.FILE_BYTES + 1], "too-large"));
  }

  @ParameterizedTest(name = "{2}: {0}")
  @MethodSource
  void refused(String name, byte[] file, String code) {
    assertThatThrownBy(() -> check.check(name, file))
        .isInstanceOfSatisfying(
            InvalidInput.class,
            wrong -> assertThat(wrong.errors()).isEqualTo(List.of(new FieldError("file", code))));
  }

  @Test
  void aPictureIsDrawnAnewUprightAndWithoutWhatTheCameraWrote() throws IOException {
    byte[] sent = SampleFiles.jpeg();
    assertThat(new String(sent, StandardCharsets.ISO_8859_1)).contains(SampleFiles.CAMERA);
    byte[] kept = check.check("door.jpg", sent).bytes();
    assertThat(new String(kept, StandardCharsets.ISO_8859_1))
        .doesNotContain(SampleFiles.CAMERA)
        .doesNotContain("Exif");
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(kept));
    assertThat(List.of(image.getWidth(), image.getHeight())).containsExactly(40, 60);
    assertThat(image.getRGB(20, 5) & 0xff).as("blue at the top").isGreaterThan(200);
    assertThat(image.getRGB(20, 55) & 0xff).as("black at the bottom").isLessThan(60);
  }

  @Test
  void aPhotographOfTwentyFourMillionPointsIsKeptSmaller() throws IOException {
    byte[] kept = check.check("door.jpg", SampleFiles.photograph(6_000, 4_000)).bytes();
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(kept));
    assertThat(List.of(image.getWidth(), image.getHeight())).containsExactly(3_000, 2_000);
    assertThat(image.getRGB(100, 1_000) & 0xff).as("blue on the left").isGreaterThan(200);
    assertThat(image.getRGB(2_900, 1_000) & 0xff).as("black on the right").isLessThan(60);
  }

  @Test
  void howManyPagesCanBeLookedAtIsKnown() {
    assertThat(check.check("letter.pdf", SampleFiles.pdf()).pages()).isEqualTo(2);
    assertThat(check.check("door.png", SampleFiles.png()).pages()).isOne();
    assertThat(check.check("note.txt", SampleFiles.text("A note.")).pages()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "'../../etc/passwd.txt', 'passwd.txt'",
    "'C:\\Users\\Somebody\\note.txt', 'note.txt'",
    "'a\nb\r\tc\u0000.txt', 'abc.txt'",
    "'note\u202Etxt.exe\u202C.txt', 'notetxt.exe.txt'",
    "'..hidden.txt', 'hidden.txt'",
    "'a \"quoted\" <name>.txt', 'a _quoted_ _name_.txt'",
    "'', 'document.txt'",
    "'   ', 'document.txt'",
    "'note', 'note.txt'",
  })
  void aNameIsMadeHarmless(String typed, String kept) {
    assertThat(DocumentName.of(typed, DocumentType.TEXT).text()).isEqualTo(kept);
  }

  @Test
  void aLongNameIsShortenedAndKeepsItsEnding() {
    String kept = DocumentName.of("x".repeat(400) + ".txt", DocumentType.TEXT).text();
    assertThat(kept).hasSize(150).endsWith("x.txt");
  }

  @Test
  void theHeaderHoldsNothingButTheName() {
    assertThat(DocumentName.of("Żółw \"1\".txt", DocumentType.TEXT).disposition())
        .isEqualTo(
            "attachment; filename=\"___w _1_.txt\"; filename*=UTF-8''%C5%BB%C3%B3%C5%82w%20_1_.txt");
  }
}
