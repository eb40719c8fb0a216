package uk.concordat.document;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import uk.concordat.kernel.InvalidInput;

/** Lets a file in: small enough, of a kind that is kept, without anything that acts, scanned. */
@ApplicationScoped
public class FileCheck {
  @Inject FileKind kinds;
  @Inject VirusScanner scanner;
  @Inject Infections infections;
  @Inject Workbench bench;

  /**
   * The file as it may be kept.
   *
   * @param typed the name that it came with; null for none
   * @throws InvalidInput of field {@code file}, saying what is wrong with it
   * @throws ScannerAway where a virus scanner is set up and does not answer
   */
  public CheckedFile check(String typed, byte[] sent) {
    if (sent.length == 0) {
      throw new InvalidInput("file", "nothing-in-it");
    }
    if (sent.length > DocumentLimits.FILE_BYTES) {
      throw new InvalidInput("file", "too-large");
    }
    DocumentType type = kinds.of(sent);
    DocumentName name = DocumentName.of(typed, type);
    Scan scan = scanned(sent);
    byte[] kept = bench.work(() -> safe(type, sent));
    if (kept.length > DocumentLimits.FILE_BYTES) {
      throw new InvalidInput("file", "too-large");
    }
    return new CheckedFile(name, type, kept, scan);
  }

  private static byte[] safe(DocumentType type, byte[] sent) {
    return switch (type) {
      case PDF -> new PdfFile(sent).checked();
      case JPEG, PNG -> new PictureFile(sent, type).drawnAnew();
      case TEXT -> new TextFile(sent).checked();
      case DOCX -> sent; // looked through when its kind was told
    };
  }

  private Scan scanned(byte[] sent) {
    if (!scanner.configured()) {
      return Scan.NOT_SCANNED;
    }
    Optional<String> virus = scanner.found(sent);
    if (virus.isPresent()) {
      infections.record(virus.get());
      throw new InvalidInput("file", "infected");
    }
    return Scan.CLEAN;
  }
}
