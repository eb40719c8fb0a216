package uk.concordat.document.workshop;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** The pages of a PDF that are looked at. */
record PdfPages(byte[] bytes) {

  /**
   * One as a PNG picture; null where there is none of that number, or it cannot be drawn.
   *
   * @param number from 1
   */
  byte[] drawn(int number) {
    try (PDDocument pdf = Loader.loadPDF(bytes)) {
      if (number > pdf.getNumberOfPages()) {
        return null;
      }
      PDRectangle box = pdf.getPage(number - 1).getCropBox();
      float side = Math.max(1, Math.max(box.getWidth(), box.getHeight()));
      var renderer = new PDFRenderer(pdf);
      renderer.setSubsamplingAllowed(true);
      BufferedImage image =
          renderer.renderImage(number - 1, WorkshopLimits.PREVIEW_SIDE / side, ImageType.RGB);
      var out = new ByteArrayOutputStream();
      ImageIO.write(image, "png", out);
      return out.toByteArray();
    } catch (IOException undrawable) {
      return null; // no error of the reader's: the file can be taken as it is
    }
  }
}
