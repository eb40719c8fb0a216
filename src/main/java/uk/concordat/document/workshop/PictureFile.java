package uk.concordat.document.workshop;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.MetadataException;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.jpeg.JpegDirectory;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import uk.concordat.document.DocumentType;
import uk.concordat.kernel.InvalidInput;

/**
 * A picture, drawn anew: nothing of the file goes on but its points, so that the place where it was
 * taken, the camera and whatever else was written beside them is gone.
 */
record PictureFile(byte[] bytes, DocumentType type) {
  private static final float QUALITY = 0.92f;

  /** The last kind of JPEG that is read from its top to its bottom, once. */
  private static final int EXTENDED = 1;

  /**
   * The picture as it is kept, upright.
   *
   * @throws InvalidInput {@code too-many-pixels}, {@code unreadable}
   */
  byte[] drawnAnew() {
    try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
      Iterator<ImageReader> readers = ImageIO.getImageReadersByMIMEType(type.mediaType());
      ImageReader reader = readers.next();
      try {
        reader.setInput(in, true, true);
        int step = step(reader.getWidth(0), reader.getHeight(0));
        long pixels = pixels(reader.getWidth(0), reader.getHeight(0), step);
        int bits = reader.getImageTypes(0).next().getColorModel().getPixelSize();
        refuse(pixels * bits / 8 > WorkshopLimits.PICTURE_BYTES);
        ImageReadParam how = reader.getDefaultReadParam();
        how.setSourceSubsampling(step, step, 0, 0);
        return written(upright(reader.read(0, how)));
      } finally {
        reader.dispose();
      }
    } catch (InvalidInput known) {
      throw known;
    } catch (IOException | RuntimeException broken) {
      // ImageIO tells of a broken picture, profile or table by any exception that it meets.
      throw new InvalidInput("file", "unreadable");
    }
  }

  /**
   * Every how many points of a line, and lines, one is read: all of them, but of a photograph that
   * has too many, so that they never lie in memory together.
   */
  private int step(int width, int height) {
    int step = 1;
    if (pixels(width, height, 1) > WorkshopLimits.PIXELS) {
      refuse(type != DocumentType.JPEG || inPasses());
      refuse(pixels(width, height, 1) > WorkshopLimits.PHOTOGRAPH_PIXELS);
      while (pixels(width, height, step) > WorkshopLimits.PIXELS) {
        step++;
      }
    }
    return step;
  }

  private static long pixels(int width, int height, int step) {
    return (long) ((width - 1) / step + 1) * ((height - 1) / step + 1);
  }

  /** Whether its points come several times, each time sharper: it is read as a whole then. */
  private boolean inPasses() {
    try {
      JpegDirectory head =
          ImageMetadataReader.readMetadata(new ByteArrayInputStream(bytes))
              .getFirstDirectoryOfType(JpegDirectory.class);
      return head == null || head.getInt(JpegDirectory.TAG_COMPRESSION_TYPE) > EXTENDED;
    } catch (ImageProcessingException | MetadataException | IOException | RuntimeException none) {
      return true;
    }
  }

  private static void refuse(boolean tooMany) {
    if (tooMany) {
      throw new InvalidInput("file", "too-many-pixels");
    }
  }

  private BufferedImage upright(BufferedImage image) {
    int orientation = orientation();
    boolean lies = orientation >= 5;
    int width = lies ? image.getHeight() : image.getWidth();
    int height = lies ? image.getWidth() : image.getHeight();
    boolean opaque = type == DocumentType.JPEG || !image.getColorModel().hasAlpha();
    int form = opaque ? BufferedImage.TYPE_INT_RGB : BufferedImage.TYPE_INT_ARGB;
    var drawn = new BufferedImage(width, height, form);
    Graphics2D graphics = drawn.createGraphics();
    if (opaque) {
      graphics.setBackground(Color.WHITE);
      graphics.clearRect(0, 0, width, height);
    }
    graphics.drawImage(image, turned(orientation, image.getWidth(), image.getHeight()), null);
    graphics.dispose();
    return drawn;
  }

  /** The eight ways of EXIF in which a camera may have been held. */
  private static AffineTransform turned(int orientation, int width, int height) {
    return switch (orientation) {
      case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
      case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
      case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
      case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
      case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
      case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
      case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
      default -> new AffineTransform();
    };
  }

  private int orientation() {
    if (type != DocumentType.JPEG) {
      return 1; // no camera writes it elsewhere, and what a PNG packs unfolds without bound
    }
    try {
      ExifIFD0Directory exif =
          ImageMetadataReader.readMetadata(new ByteArrayInputStream(bytes))
              .getFirstDirectoryOfType(ExifIFD0Directory.class);
      return exif != null && exif.containsTag(ExifIFD0Directory.TAG_ORIENTATION)
          ? exif.getInt(ExifIFD0Directory.TAG_ORIENTATION)
          : 1;
    } catch (ImageProcessingException | MetadataException | IOException | RuntimeException none) {
      return 1; // it is drawn as it lies
    }
  }

  private byte[] written(BufferedImage image) throws IOException {
    var out = new ByteArrayOutputStream();
    ImageWriter writer = ImageIO.getImageWritersByMIMEType(type.mediaType()).next();
    try (var stream = new MemoryCacheImageOutputStream(out)) {
      writer.setOutput(stream);
      ImageWriteParam how = writer.getDefaultWriteParam();
      if (type == DocumentType.JPEG) {
        how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        how.setCompressionQuality(QUALITY);
      }
      writer.write(null, new IIOImage(image, null, null), how);
    } finally {
      writer.dispose();
    }
    return out.toByteArray();
  }
}
