package uk.concordat.document.workshop;

import uk.concordat.document.DocumentLimits;
import uk.concordat.document.DocumentType;
import uk.concordat.kernel.InvalidInput;

/** A file as somebody sent it. */
record SentFile(byte[] bytes) {

  /**
   * What it is, and what may be kept of it.
   *
   * @throws InvalidInput of field {@code file}, saying what is wrong with it
   */
  Answer checked() {
    DocumentType type = new FileKind().of(bytes);
    switch (type) {
      case PDF -> {
        return Answer.kept(type, new PdfFile(bytes).check(), null);
      }
      case TEXT -> new TextFile(bytes).check();
      case DOCX -> new WordFile(bytes).check();
      case JPEG, PNG -> {
        byte[] drawn = new PictureFile(bytes, type).drawnAnew();
        return drawn.length > DocumentLimits.FILE_BYTES
            ? Answer.notTaken("too-large")
            : Answer.kept(type, 1, drawn);
      }
    }
    return Answer.kept(type, 0, null);
  }
}
