package uk.concordat.document.workshop;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
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
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import uk.concordat.document.DocumentLimits;
import uk.concordat.kernel.InvalidInput;

/**
 * A PDF that only shows pages: whatever runs, starts, sends or carries something is refused. Told
 * by what an object is, its {@code S}, {@code Type} and {@code Subtype}: any font may be called JS.
 */
record PdfFile(byte[] bytes) {
  private static final byte[] HEAD = "%PDF-".getBytes(StandardCharsets.US_ASCII);
  private static final int DEEP = 200;
  private static final Set<String> SCRIPT = Set.of("JavaScript", "Rendition");
  private static final Set<String> STARTS =
      Set.of("Launch", "SubmitForm", "ImportData", "GoToR", "GoToE", "Movie", "Sound");
  private static final Set<String> CARRIES =
      Set.of("EmbeddedFile", "RichMedia", "FileAttachment", "3D");
  private static final COSName CARRIED = COSName.EF;

  /** Where the description of a file says which one is carried. */
  private static final List<COSName> FILES =
      List.of("F", "UF", "DOS", "Mac", "Unix").stream().map(COSName::getPDFName).toList();

  /**
   * Looks through it.
   *
   * @return how many pages of it are shown
   * @throws InvalidInput {@code encrypted}, {@code script}, {@code starts}, {@code embedded},
   *     {@code dynamic-form}, {@code unreadable}
   */
  int check() {
    // Where something comes before it, viewers count from here, and others from the first byte.
    refuse(!begins(), "unreadable");
    try (PDDocument document = Loader.loadPDF(bytes)) {
      refuse(document.isEncrypted(), "encrypted");
      refuse(document.getNumberOfPages() == 0, "unreadable");
      walk(document.getDocument());
      return Math.min(document.getNumberOfPages(), DocumentLimits.PREVIEW_PAGES);
    } catch (InvalidPasswordException locked) {
      throw new InvalidInput("file", "encrypted");
    } catch (IOException broken) {
      throw new InvalidInput("file", "unreadable");
    }
  }

  private boolean begins() {
    return bytes.length >= HEAD.length
        && Arrays.equals(bytes, 0, HEAD.length, HEAD, 0, HEAD.length);
  }

  private static void walk(COSDocument document) {
    look(document.getTrailer(), 0);
    for (COSObjectKey key : Set.copyOf(document.getXrefTable().keySet())) {
      COSBase held = document.getObjectFromPool(key).getObject();
      refuse(held == null, "unreadable"); // what cannot be looked at may be read by a viewer
      look(held, 0);
    }
  }

  private static void look(COSBase held, int depth) {
    refuse(depth > DEEP, "unreadable");
    if (held instanceof COSArray array) {
      array.forEach(each -> look(direct(each), depth + 1));
    } else if (held instanceof COSDictionary dictionary) {
      does(dictionary);
      dictionary.getValues().forEach(each -> look(direct(each), depth + 1));
    }
  }

  /** What another object holds is looked at when its turn comes. */
  private static COSBase direct(COSBase value) {
    return value instanceof COSObject ? null : value;
  }

  private static void does(COSDictionary held) {
    for (COSName key : List.of(COSName.S, COSName.TYPE, COSName.SUBTYPE)) {
      if (held.getDictionaryObject(key) instanceof COSName name) {
        refuse(SCRIPT.contains(name.getName()), "script");
        refuse(STARTS.contains(name.getName()), "starts");
        refuse(CARRIES.contains(name.getName()), "embedded");
      }
    }
    refuse(
        held.getDictionaryObject(CARRIED) instanceof COSDictionary files
            && FILES.stream().anyMatch(key -> files.getDictionaryObject(key) instanceof COSStream),
        "embedded");
    new PdfStarts().look(held);
    COSBase form = held.getDictionaryObject(COSName.XFA);
    refuse(
        form instanceof COSArray || form instanceof COSStream || form instanceof COSString,
        "dynamic-form");
  }

  static void refuse(boolean holds, String code) {
    if (holds) {
      throw new InvalidInput("file", code);
    }
  }
}
