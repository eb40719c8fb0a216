package uk.concordat.document;

/** How much of documents is taken. */
public final class DocumentLimits {
  /** Bytes of one file: 25 MB. */
  public static final int FILE_BYTES = 25 * 1024 * 1024;

  /** Documents that an agency attaches to one referral under one class, withdrawn ones too. */
  static final int DOCUMENTS = 20;

  /** Bytes of them together: 250 MB. */
  static final long ALL_BYTES = 250L * 1024 * 1024;

  /** Characters of a file's name. */
  static final int NAME = 150;

  /** Pages of a PDF that are shown. */
  public static final int PREVIEW_PAGES = 20;

  private DocumentLimits() {}
}
