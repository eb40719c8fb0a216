package uk.concordat.document;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.ImageType;

/** Draws the pages of a document as pictures, so that no browser opens the file itself. */
@ApplicationScoped
public class Pages {
  @Inject Workbench bench;

  /** How many pages there are to be shown: those of a PDF up to a limit, of a picture one. */
  public int count(Document document, byte[] content) {
    return document.type() == DocumentType.PDF
        ? bench.work(() -> pages(content))
        : document.type().picture() ? 1 : 0;
  }

  /**
   * A page as a picture; empty where there is none of that number, or it takes too long to draw.
   *
   * @param number from 1
   */
  public Optional<Preview> page(Document document, byte[] content, int number) {
    if (document.type().picture()) {
      return number == 1
          ? Optional.of(new Preview(document.type().mediaType(), content))
          : Optional.empty();
    }
    return document.type() == DocumentType.PDF
            && number >= 1
            && number <= DocumentLimits.PREVIEW_PAGES
        ? bench.work(() -> drawn(content, number))
        : Optional.empty();
  }

  private static int pages(byte[] content) {
    try (PDDocument pdf = Loader.loadPDF(content)) {
      return Math.min(pdf.getNumberOfPages(), DocumentLimits.PREVIEW_PAGES);
    } catch (IOException unreadable) {
      return 0; // it could be read when it was attached
    }
  }

  private static Optional<Preview> drawn(byte[] content, int number) {
    try (PDDocument pdf = Loader.loadPDF(content)) {
      if (number > pdf.getNumberOfPages()) {
        return Optional.empty();
      }
      PDRectangle box = pdf.getPage(number - 1).getCropBox();
      float side = Math.max(1, Math.max(box.getWidth(), box.getHeight()));
      BufferedImage image =
          new BoundedRenderer(pdf)
              .renderImage(number - 1, DocumentLimits.PREVIEW_SIDE / side, ImageType.RGB);
      var out = new ByteArrayOutputStream();
      ImageIO.write(image, "png", out);
      return Optional.of(new Preview(DocumentType.PNG.mediaType(), out.toByteArray()));
    } catch (IOException | RuntimeException undrawable) {
      // A page that cannot be drawn is no error of the reader's: the file can be taken as it is.
      return Optional.empty();
    }
  }
}
