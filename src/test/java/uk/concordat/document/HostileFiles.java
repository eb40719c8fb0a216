package uk.concordat.document;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceRGB;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionNamed;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.action.PDPageAdditionalActions;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;

/** Files that were built to end whoever reads them, and honest ones that look like such. */
public final class HostileFiles {
  private static final int BOMB = 600 * 1024 * 1024;
  private static final int SIDE = 6_000;

  private HostileFiles() {}

  /** A picture of one colour: 288 MB of points in some hundred kilobytes. */
  public static byte[] deepPicture() {
    var header = ByteBuffer.allocate(13).putInt(SIDE).putInt(SIDE);
    header.put((byte) 16).put((byte) 6).put((byte) 0).put((byte) 0).put((byte) 0);
    return png(header.array(), new byte[0], zlib(SIDE * (1 + 8 * SIDE)));
  }

  /** A small picture beside which a text is written that unfolds into 600 MB. */
  public static byte[] pictureWithText() {
    var header = ByteBuffer.allocate(13).putInt(8).putInt(8);
    header.put((byte) 8).put((byte) 2).put((byte) 0).put((byte) 0).put((byte) 0);
    byte[] text = joined(SampleFiles.text("Comment\0\0"), zlib(BOMB));
    return png(header.array(), chunk("zTXt", text), zlib(8 * (1 + 8 * 3)));
  }

  /**
   * A JPEG that says of itself that it has that size.
   *
   * @param inPasses whether it says that its points come several times, each time sharper
   */
  public static byte[] photograph(int width, int height, boolean inPasses) {
    byte[] jpeg = SampleFiles.photograph(60, 40);
    int head = 2;
    while (jpeg[head + 1] != (byte) 0xc0) {
      head += 2 + ByteBuffer.wrap(jpeg).getShort(head + 2);
    }
    jpeg[head + 1] = (byte) (inPasses ? 0xc2 : 0xc0);
    ByteBuffer.wrap(jpeg).putShort(head + 5, (short) height).putShort(head + 7, (short) width);
    return jpeg;
  }

  /** A PDF behind bytes from which some readers count and some do not. */
  public static byte[] pdfBehindBytes() {
    return joined(SampleFiles.text("%%\n"), SampleFiles.pdf());
  }

  /** A PDF with an object that is no object for us, and may be one for a viewer. */
  public static byte[] pdfWithHiddenObject() {
    String[] objects = {
      "<< /Type /Catalog /Pages 2 0 R >>",
      "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>",
      "[1 2]\nstream\nxx\nendstream"
    };
    var pdf = new StringBuilder("%PDF-1.7\n");
    var table = new StringBuilder("xref\n0 5\n0000000000 65535 f \n");
    for (int number = 1; number <= objects.length; number++) {
      table.append("%010d 00000 n \n".formatted(pdf.length()));
      pdf.append("%d 0 obj\n%s\nendobj\n".formatted(number, objects[number - 1]));
    }
    int start = pdf.length();
    pdf.append(table).append("trailer\n<< /Size 5 /Root 1 0 R >>\nstartxref\n");
    return SampleFiles.text(pdf.append(start).append("\n%%EOF\n").toString());
  }

  /** Goes to an address when it is opened. */
  public static byte[] pdfThatCallsWhenOpened() {
    return pdf(
        (document, page) -> {
          document.getDocumentCatalog().setOpenAction(address());
          return "";
        });
  }

  /** Goes to an address when its page is turned to, behind something harmless. */
  public static byte[] pdfWhosePageCalls() {
    return pdf(
        (document, page) -> {
          var first = new PDActionNamed();
          first.setN("NextPage");
          first.setNext(List.of(address()));
          var turned = new PDPageAdditionalActions();
          turned.setO(first);
          page.setActions(turned);
          return "";
        });
  }

  /** Harmless: goes to an address where a reader follows a link. */
  public static byte[] pdfWithLink() {
    return pdf(
        (document, page) -> {
          var link = new PDAnnotationLink();
          link.setAction(address());
          link.setRectangle(page.getMediaBox());
          page.getAnnotations().add(link);
          return "";
        });
  }

  private static PDActionURI address() {
    var address = new PDActionURI();
    address.setURI("http://192.0.2.1/");
    return address;
  }

  /** A JPEG that ends in its middle. */
  public static byte[] brokenPicture() {
    byte[] jpeg = SampleFiles.jpeg();
    return Arrays.copyOf(jpeg, jpeg.length - 200);
  }

  /** A bomb that has a space behind {@code stream}. */
  public static byte[] pdfWithSpace() {
    return objects("/FlateDecode", "stream \n", zlib(BOMB));
  }

  /** A bomb without the head that packed bytes have. */
  public static byte[] pdfWithoutHead() {
    byte[] packed = zlib(BOMB);
    packed[0] = 0;
    packed[1] = 0;
    return objects("/FlateDecode", "stream\n", packed);
  }

  /** A bomb that is written in hexadecimal. */
  public static byte[] pdfInHexadecimal() {
    String hex = HexFormat.of().formatHex(zlib(BOMB)) + ">";
    return objects("[/ASCIIHexDecode /FlateDecode]", "stream\n", SampleFiles.text(hex));
  }

  private static byte[] objects(String filter, String stream, byte[] packed) {
    String head =
        "%%PDF-1.7\n1 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Filter %s /Length %d >>\n%s"
            .formatted(filter, packed.length, stream);
    return joined(
        SampleFiles.text(head),
        packed,
        SampleFiles.text("\nendstream\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n"));
  }

  /** Says that it shows a picture of 100 points, which itself says that it has 400 million. */
  public static byte[] pdfWithHugePicture() {
    byte[] jpeg = SampleFiles.jpeg();
    for (int at = 0; at < jpeg.length - 8; at++) {
      if ((jpeg[at] & 0xff) == 0xff && (jpeg[at + 1] & 0xff) == 0xc0) {
        ByteBuffer.wrap(jpeg).putShort(at + 5, (short) 20_000).putShort(at + 7, (short) 20_000);
      }
    }
    return pdf(
        (document, page) -> {
          var image =
              new PDImageXObject(
                  document,
                  new ByteArrayInputStream(jpeg),
                  COSName.DCT_DECODE,
                  10,
                  10,
                  8,
                  PDDeviceRGB.INSTANCE);
          page.getResources().put(COSName.getPDFName("Im0"), image);
          return "200 0 0 200 0 0 cm /Im0 Do";
        });
  }

  /** Shows a picture that lies within the page's own drawing. */
  public static byte[] pdfWithInlinePicture() {
    return pdf(
        (document, page) ->
            "200 0 0 200 0 0 cm BI /W 30000 /H 30000 /CS /RGB /BPC 8 ID \0\0\0\0 EI Q");
  }

  /** Draws a line ten thousand million times. */
  public static byte[] pdfWithoutEnd() {
    return pdf(
        (document, page) -> {
          PDFormXObject inner = null;
          for (int depth = 0; depth < 11; depth++) {
            var form = new PDFormXObject(new PDStream(document));
            form.setBBox(page.getMediaBox());
            form.setResources(new PDResources());
            String draws = "0 0 m 100 100 l S ";
            if (inner != null) {
              form.getResources().put(COSName.getPDFName("F"), inner);
              draws = "/F Do ".repeat(10);
            }
            try (var out = form.getStream().createOutputStream()) {
              out.write(SampleFiles.text(draws));
            }
            inner = form;
          }
          page.getResources().put(COSName.getPDFName("F"), inner);
          return "/F Do";
        });
  }

  /** Harmless: a page as a scanner of 600 dots an inch makes it, 100 MB of points. */
  public static byte[] scannedPdf() {
    int width = 4_960;
    int height = 7_016;
    byte[] points = zlib(width * height * 3);
    return pdf(
        (document, page) -> {
          var image =
              new PDImageXObject(
                  document,
                  new ByteArrayInputStream(points),
                  COSName.FLATE_DECODE,
                  width,
                  height,
                  8,
                  PDDeviceRGB.INSTANCE);
          page.getResources().put(COSName.getPDFName("Im0"), image);
          return "500 0 0 700 0 0 cm /Im0 Do";
        });
  }

  /** Harmless: its font and what it draws have names that mean something elsewhere. */
  public static byte[] pdfWithOddNames() {
    return pdf(
        (document, page) -> {
          var font = new PDType1Font(Standard14Fonts.FontName.HELVETICA);
          for (String name : new String[] {"JS", "EF", "Sound", "Launch", "XFA", "RichMedia"}) {
            page.getResources().put(COSName.getPDFName(name), font);
          }
          return "BT /JS 20 Tf 50 500 Td (A letter) Tj ET";
        });
  }

  /** Writes the drawing of a page. */
  private interface Drawing {
    String of(PDDocument document, PDPage page) throws IOException;
  }

  private static byte[] pdf(Drawing drawing) {
    try (var document = new PDDocument()) {
      var page = new PDPage();
      page.setResources(new PDResources());
      document.addPage(page);
      var content = new PDStream(document);
      String drawn = drawing.of(document, page);
      try (var out = content.createOutputStream()) {
        out.write(drawn.getBytes(StandardCharsets.ISO_8859_1));
      }
      page.setContents(content);
      var out = new ByteArrayOutputStream();
      document.save(out);
      return out.toByteArray();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static byte[] png(byte[] header, byte[] beside, byte[] points) {
    byte[] mark = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    return joined(
        mark, chunk("IHDR", header), beside, chunk("IDAT", points), chunk("IEND", new byte[0]));
  }

  private static byte[] chunk(String type, byte[] data) {
    byte[] named = joined(SampleFiles.text(type), data);
    var sum = new CRC32();
    sum.update(named);
    return joined(
        ByteBuffer.allocate(4).putInt(data.length).array(),
        named,
        ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
  }

  /** That many zeros, packed. */
  private static byte[] zlib(int size) {
    var out = new ByteArrayOutputStream();
    try (var packed = new DeflaterOutputStream(out, new Deflater(Deflater.BEST_SPEED))) {
      byte[] some = new byte[1024 * 1024];
      for (int left = size; left > 0; left -= some.length) {
        packed.write(some, 0, Math.min(left, some.length));
      }
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
    return out.toByteArray();
  }

  private static byte[] joined(byte[]... parts) {
    var out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }
}
