package uk.concordat.document.workshop;

/** What is looked at of one file; its memory and its time are bounded from outside. */
final class WorkshopLimits {
  /** Points of one picture that is kept. */
  static final long PIXELS = 20_000_000;

  /** Points of a photograph that is made smaller while it is read: what a telephone takes. */
  static final long PHOTOGRAPH_PIXELS = 64_000_000;

  /** Bytes of its points as they are read; a second picture of them is drawn beside. */
  static final long PICTURE_BYTES = 80L * 1024 * 1024;

  /** Bytes that the parts of a Word document may unfold into together. */
  static final long INFLATED_BYTES = 200L * 1024 * 1024;

  /** Bytes of one of them, which is read as a whole. */
  static final int PART_BYTES = 64 * 1024 * 1024;

  /** Parts of a Word document. */
  static final int ZIP_ENTRIES = 2_000;

  /** The longer side of a page that is shown, in points of the screen. */
  static final int PREVIEW_SIDE = 1_200;

  private WorkshopLimits() {}
}
