package uk.concordat.document;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionLaunch;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;

/** Files as people and attackers send them, made here: none of them is real. */
public final class SampleFiles {
  /** What a camera wrote beside the points of {@link #jpeg()}. */
  public static final String CAMERA = "Taken at 3 Example Street";

  private static final int BOMB = 300 * 1024 * 1024;
  private static final String TYPES =
      "<?xml version=\"1.0\"?><Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Override"
          + " PartName=\"/word/document.xml\""
          + " ContentType=\"application/vnd.openxmlformats-officedocument.%s\"/></Types>";
  private static final String WORD = "wordprocessingml.document.main+xml";

  private SampleFiles() {}

  /** Does something with a PDF before it is saved. */
  private interface Work {
    void on(PDDocument document) throws IOException;
  }

  /** Text. */
  public static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** The harmless text by which virus scanners are tried, in two halves: no scanner trips here. */
  public static byte[] eicar() {
    return text("X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STAND" + "ARD-ANTIVIRUS-TEST-FILE!$H+H*");
  }

  /** The beginning of a program for Windows. */
  public static byte[] program() {
    byte[] program = new byte[512];
    System.arraycopy(text("MZ"), 0, program, 0, 2);
    program[0x3c] = (byte) 0x80;
    System.arraycopy(text("PE\0\0"), 0, program, 0x80, 4);
    program[0x84] = 0x4c;
    program[0x85] = 0x01;
    return program;
  }

  /** A drawing that would run a script. */
  public static byte[] svg() {
    return text(
        "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>document.title='x'</script><rect width='9'"
            + " height='9'/></svg>");
  }

  /** A picture of 60 by 40 points, its left half blue. */
  public static byte[] png() {
    return picture("png");
  }

  /**
   * The same held sideways by a camera that wrote down where it was: upright it is 40 by 60, and
   * blue at the top.
   */
  public static byte[] jpeg() {
    byte[] plain = picture("jpg");
    ByteBuffer tiff = ByteBuffer.allocate(200).order(ByteOrder.LITTLE_ENDIAN);
    byte[] words = text(CAMERA + "\0");
    tiff.put(text("II")).putShort((short) 42).putInt(8).putShort((short) 2);
    tiff.putShort((short) 0x010e).putShort((short) 2).putInt(words.length).putInt(38);
    tiff.putShort((short) 0x0112)
        .putShort((short) 3)
        .putInt(1)
        .putShort((short) 6)
        .putShort((short) 0);
    tiff.putInt(0).put(words);
    int length = 2 + 6 + tiff.position();
    var out = new ByteArrayOutputStream();
    out.write(plain, 0, 2);
    out.writeBytes(new byte[] {(byte) 0xff, (byte) 0xe1, (byte) (length >> 8), (byte) length});
    out.writeBytes(text("Exif\0\0"));
    out.write(tiff.array(), 0, tiff.position());
    out.write(plain, 2, plain.length - 2);
    return out.toByteArray();
  }

  /** A JPEG of that size, its left half blue. */
  public static byte[] photograph(int width, int height) {
    return picture("jpg", new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR));
  }

  private static byte[] picture(String form) {
    return picture(form, new BufferedImage(60, 40, BufferedImage.TYPE_INT_RGB));
  }

  private static byte[] picture(String form, BufferedImage image) {
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(Color.BLUE);
    graphics.fillRect(0, 0, image.getWidth() / 2, image.getHeight());
    graphics.dispose();
    return written(out -> ImageIO.write(image, form, out));
  }

  /** A PNG that says of itself that it is 60,000 points wide and high. */
  public static byte[] hugePicture() {
    byte[] png = png();
    ByteBuffer header = ByteBuffer.wrap(png);
    header.putInt(16, 60_000).putInt(20, 60_000);
    var check = new CRC32();
    check.update(png, 12, 17);
    header.putInt(29, (int) check.getValue());
    return png;
  }

  /** A PDF of two pages. */
  public static byte[] pdf() {
    return pdf(document -> document.addPage(new PDPage()));
  }

  /** A PDF that runs a script when it is opened. */
  public static byte[] pdfWithScript() {
    return pdf(
        document ->
            document.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert(1)")));
  }

  /** A PDF that starts a program when it is opened. */
  public static byte[] pdfThatStarts() {
    return pdf(document -> document.getDocumentCatalog().setOpenAction(new PDActionLaunch()));
  }

  /** A PDF in which another file is hidden. */
  public static byte[] pdfWithFile() {
    return pdf(
        document -> {
          var hidden = new PDComplexFileSpecification();
          hidden.setFile("hidden.exe");
          hidden.setEmbeddedFile(new PDEmbeddedFile(document, new ByteArrayInputStream(program())));
          var tree = new PDEmbeddedFilesNameTreeNode();
          tree.setNames(Map.of("hidden", hidden));
          var names = new PDDocumentNameDictionary(document.getDocumentCatalog());
          names.setEmbeddedFiles(tree);
          document.getDocumentCatalog().setNames(names);
        });
  }

  /** A PDF that is a form which builds itself. */
  public static byte[] pdfWithDynamicForm() {
    return pdf(
        document -> {
          var form = new PDAcroForm(document);
          form.getCOSObject().setItem(COSName.XFA, new COSString("<xdp/>"));
          document.getDocumentCatalog().setAcroForm(form);
        });
  }

  /** A PDF that anybody can open and nobody may print. */
  public static byte[] lockedPdf() {
    return pdf(
        document ->
            document.protect(new StandardProtectionPolicy("owner", "", new AccessPermission())));
  }

  private static byte[] pdf(Work work) {
    try (PDDocument document = new PDDocument()) {
      var page = new PDPage();
      document.addPage(page);
      try (var content = new PDPageContentStream(document, page)) {
        content.beginText();
        content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 24);
        content.newLineAtOffset(72, 700);
        content.showText("A letter");
        content.endText();
      }
      work.on(document);
      return written(document::save);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** A Word document. */
  public static byte[] docx() {
    return zip(Map.of("[Content_Types].xml", TYPES.formatted(WORD), "word/document.xml", "<w/>"));
  }

  /** A Word document with macros. */
  public static byte[] docxWithMacros() {
    return zip(
        Map.of(
            "[Content_Types].xml",
            TYPES.formatted(WORD),
            "word/document.xml",
            "<w/>",
            "word/vbaProject.bin",
            "Sub AutoOpen"));
  }

  /** A Word document that fetches its template from elsewhere. */
  public static byte[] docxThatFetches() {
    return zip(
        Map.of(
            "[Content_Types].xml",
            TYPES.formatted(WORD),
            "word/document.xml",
            "<w/>",
            "word/_rels/settings.xml.rels",
            "<Relationships><Relationship Id=\"r1\""
                + " Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate\""
                + " Target=\"http://192.0.2.1/t.dotm\" TargetMode=\"External\"/></Relationships>"));
  }

  /** A spreadsheet. */
  public static byte[] spreadsheet() {
    return zip(
        Map.of("[Content_Types].xml", TYPES.formatted("spreadsheetml.sheet.main+xml"), "xl/a", ""));
  }

  /** A Word document of some kilobytes that unfolds into 300 MB. */
  public static byte[] docxBomb() {
    return written(
        out -> {
          try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            zip.write(text(TYPES.formatted(WORD)));
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            zeros(zip);
          }
        });
  }

  /** An archive of some kilobytes that unfolds into 300 MB. */
  public static byte[] zipBomb() {
    return written(
        out -> {
          try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("zeros"));
            zeros(zip);
          }
        });
  }

  private static byte[] zip(Map<String, String> parts) {
    return written(
        out -> {
          try (var zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
              zip.putNextEntry(new ZipEntry(part.getKey()));
              zip.write(text(part.getValue()));
            }
          }
        });
  }

  private static void zeros(OutputStream out) throws IOException {
    byte[] some = new byte[1024 * 1024];
    for (int written = 0; written < BOMB; written += some.length) {
      out.write(some);
    }
  }

  /** Writes into memory. */
  private interface Writing {
    void to(ByteArrayOutputStream out) throws IOException;
  }

  private static byte[] written(Writing writing) {
    var out = new ByteArrayOutputStream();
    try {
      writing.to(out);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return out.toByteArray();
  }
}
