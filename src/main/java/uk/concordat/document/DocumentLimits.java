package uk.concordat.document;

/** How much of documents is taken; whatever a file holds is bounded here and nowhere else. */
public final class DocumentLimits {
  /** Bytes of one file: 25 MB. */
  public static final int FILE_BYTES = 25 * 1024 * 1024;

  /** Documents that an agency attaches to one referral. */
  static final int DOCUMENTS = 20;

  /** Bytes of them together: 250 MB. */
  static final long ALL_BYTES = 250L * 1024 * 1024;

  /** Characters of a file's name. */
  static final int NAME = 150;

  /** Points of one picture: what a good camera takes. */
  static final long PIXELS = 20_000_000;

  /** Bytes of its points while it is drawn: several are drawn at once in the portal's memory. */
  static final long PICTURE_BYTES = 80L * 1024 * 1024;

  /** Bytes that a file may unfold into while it is read. */
  static final long INFLATED_BYTES = 200L * 1024 * 1024;

  /** Parts of a Word document. */
  static final int ZIP_ENTRIES = 2_000;

  /** Objects of a PDF. */
  static final int PDF_OBJECTS = 200_000;

  /** Pages of a PDF that are shown. */
  public static final int PREVIEW_PAGES = 20;

  /** The longer side of a page that is shown, in points of the screen. */
  static final int PREVIEW_SIDE = 1_200;

  /** Seconds that the drawing of one page may take. */
  static final int PREVIEW_SECONDS = 10;

  private DocumentLimits() {}
}
