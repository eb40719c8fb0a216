package uk.concordat.document;

import java.io.IOException;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import uk.concordat.kernel.InvalidInput;

/** A PDF that only shows pages: whatever runs, starts, sends or carries something is refused. */
record PdfFile(byte[] bytes) {
  private static final int DEEP = 200;
  private static final int MOST_FILTERS = 2;
  private static final Set<String> SCRIPT = Set.of("JS", "JavaScript", "Rendition");
  private static final Set<String> STARTS =
      Set.of("Launch", "SubmitForm", "ImportData", "GoToR", "GoToE", "Movie", "Sound");
  private static final Set<String> CARRIES =
      Set.of(
          "EmbeddedFile", "EmbeddedFiles", "EF", "RichMedia", "RichMediaContent", "FileAttachment");

  /**
   * The same bytes.
   *
   * @throws InvalidInput {@code encrypted}, {@code script}, {@code starts}, {@code embedded},
   *     {@code dynamic-form}, {@code too-many-pixels}, {@code inflates}, {@code unreadable}
   */
  byte[] checked() {
    new Inflated(bytes).withinLimits();
    try (PDDocument document = Loader.loadPDF(bytes)) {
      refuse(document.isEncrypted(), "encrypted");
      refuse(document.getNumberOfPages() == 0, "unreadable");
      walk(document.getDocument());
      return bytes;
    } catch (InvalidPasswordException locked) {
      throw new InvalidInput("file", "encrypted");
    } catch (InvalidInput known) {
      throw known;
    } catch (IOException | RuntimeException | StackOverflowError broken) {
      // The parser has many ways to stumble over what was built to trip it.
      throw new InvalidInput("file", "unreadable");
    }
  }

  private static void walk(COSDocument document) {
    Set<COSObjectKey> keys = Set.copyOf(document.getXrefTable().keySet());
    refuse(keys.size() > DocumentLimits.PDF_OBJECTS, "inflates");
    look(document.getTrailer(), 0);
    for (COSObjectKey key : keys) {
      look(document.getObjectFromPool(key).getObject(), 0);
    }
  }

  private static void look(COSBase held, int depth) {
    refuse(depth > DEEP, "unreadable");
    if (held instanceof COSArray array) {
      array.forEach(each -> look(direct(each), depth + 1));
    } else if (held instanceof COSDictionary dictionary) {
      dictionary
          .entrySet()
          .forEach(
              entry -> {
                named(entry.getKey().getName());
                look(direct(entry.getValue()), depth + 1);
              });
      if (dictionary.getDictionaryObject(COSName.S) instanceof COSName action) {
        named(action.getName());
      }
      if (dictionary.getDictionaryObject(COSName.SUBTYPE) instanceof COSName kind) {
        named(kind.getName());
      }
      if (held instanceof COSStream stream) {
        picture(stream);
      }
    }
  }

  /** What another object holds is looked at when its turn comes. */
  private static COSBase direct(COSBase value) {
    return value instanceof COSObject ? null : value;
  }

  private static void named(String name) {
    refuse(SCRIPT.contains(name), "script");
    refuse(STARTS.contains(name), "starts");
    refuse(CARRIES.contains(name), "embedded");
    refuse(name.equals("XFA"), "dynamic-form");
  }

  private static void picture(COSStream stream) {
    if (COSName.IMAGE.equals(stream.getDictionaryObject(COSName.SUBTYPE))) {
      long pixels = (long) stream.getInt(COSName.WIDTH, 0) * stream.getInt(COSName.HEIGHT, 0);
      refuse(pixels < 0 || pixels > DocumentLimits.PIXELS, "too-many-pixels");
    }
    refuse(
        stream.getFilters() instanceof COSArray several && several.size() > MOST_FILTERS,
        "inflates");
  }

  private static void refuse(boolean holds, String code) {
    if (holds) {
      throw new InvalidInput("file", code);
    }
  }
}
