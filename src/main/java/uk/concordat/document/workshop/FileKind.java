package uk.concordat.document.workshop;

import org.apache.tika.Tika;
import uk.concordat.document.DocumentType;
import uk.concordat.kernel.InvalidInput;

/** Tells what a file is from what it holds; its name is not asked. */
class FileKind {
  private final Tika tika = new Tika();

  /**
   * The kind; a ZIP is taken for a Word document until it is looked into.
   *
   * @throws InvalidInput naming what it seems to be instead
   */
  DocumentType of(byte[] bytes) {
    String found = tika.detect(bytes);
    if (found.equals("application/x-tika-ooxml") || found.equals("application/zip")) {
      return DocumentType.DOCX;
    }
    return DocumentType.of(found).orElseThrow(() -> new InvalidInput("file", refusal(found)));
  }

  private static String refusal(String found) {
    if (found.equals("image/svg+xml")) {
      return "drawing";
    }
    if (found.startsWith("image/")) {
      return "other-picture";
    }
    if (found.startsWith("audio/") || found.startsWith("video/")) {
      return "recording";
    }
    if (found.contains("html") || found.contains("xml") || found.startsWith("message/")) {
      return "web-page";
    }
    if (found.matches(".*(zip|tar|rar|7z|compress|bzip|xz|archive|java-archive).*")) {
      return "archive";
    }
    if (found.matches(".*(msoffice|ms-word|ms-excel|ms-powerpoint|opendocument|rtf).*")) {
      return "other-office";
    }
    if (found.matches(
        ".*(dosexec|msdownload|executable|elf|mach-o|sharedlib|x-sh\\b|x-bat|script|java-vm|x-python|x-perl|x-ms|coredump|object).*")) {
      return "program";
    }
    return "unknown-kind";
  }
}
