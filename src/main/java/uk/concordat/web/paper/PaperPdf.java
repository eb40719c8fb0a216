package uk.concordat.web.paper;

import com.openhtmltopdf.bidi.support.ICUBidiReorderer;
import com.openhtmltopdf.bidi.support.ICUBidiSplitter;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * Prints a paper as a PDF that screen readers can read (PDF/UA), in fonts that know the scripts in
 * which people's names are written. Nothing is fetched from anywhere.
 */
public final class PaperPdf {
  private static final String STYLE = "/uk/concordat/web/paper.css";
  private static final String FONT = "DejaVu Sans";
  private static final String FONTS = "/net/sf/jasperreports/fonts/dejavu/";

  private PaperPdf() {}

  /** Writes it. */
  public static void write(Paper paper, OutputStream out) throws IOException {
    new PdfRendererBuilder()
        .usePdfUaAccessibility(true)
        .useFont(() -> resource(FONTS + "DejaVuSans.ttf"), FONT, 400, FontStyle.NORMAL, true)
        .useFont(() -> resource(FONTS + "DejaVuSans-Bold.ttf"), FONT, 700, FontStyle.NORMAL, true)
        .useUnicodeBidiSplitter(new ICUBidiSplitter.ICUBidiSplitterFactory())
        .useUnicodeBidiReorderer(new ICUBidiReorderer())
        .useExternalResourceAccessControl(
            (address, type) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI)
        .withW3cDocument(paper.document(), null)
        .toStream(out)
        .run();
  }

  /** How papers look. */
  static String style() {
    try (InputStream style = resource(STYLE)) {
      return new String(style.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static InputStream resource(String path) {
    return PaperPdf.class.getResourceAsStream(path);
  }
}
