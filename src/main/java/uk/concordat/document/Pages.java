package uk.concordat.document;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.function.Supplier;
import uk.concordat.document.workshop.Job;

/**
 * Draws the pages of a document as pictures, so that no browser opens the file itself. A file is
 * fetched once there is a place to work on it.
 */
@ApplicationScoped
public class Pages {
  @Inject Workbench bench;

  /**
   * How many pages of a PDF there are to be shown, up to a limit; none where it cannot be read.
   *
   * @throws Busy where too many files are worked on
   */
  public int count(Supplier<KeptFile> pdf) {
    return bench.inPlace(
        () -> {
          try {
            return bench.done(Job.count(pdf.get().bytes())).pages();
          } catch (HelperLost tooMuch) {
            return 0;
          }
        });
  }

  /**
   * A page as a picture; empty where there is none of that number, or it cannot be drawn.
   *
   * @param number from 1
   * @throws Busy where too many files are worked on
   */
  public Optional<Preview> page(Supplier<KeptFile> document, int number) {
    return bench.inPlace(() -> page(document.get(), number));
  }

  private Optional<Preview> page(KeptFile document, int number) {
    DocumentType type = document.type();
    if (type.picture()) {
      return number == 1
          ? Optional.of(new Preview(type.mediaType(), document.bytes()))
          : Optional.empty();
    }
    return type == DocumentType.PDF && number >= 1 && number <= DocumentLimits.PREVIEW_PAGES
        ? drawn(document.bytes(), number)
        : Optional.empty();
  }

  private Optional<Preview> drawn(byte[] pdf, int number) {
    try {
      return Optional.ofNullable(bench.done(Job.draw(pdf, number)).bytes())
          .map(png -> new Preview(DocumentType.PNG.mediaType(), png));
    } catch (HelperLost undrawable) {
      // A page that cannot be drawn is no error of the reader's: the file can be taken as it is.
      return Optional.empty();
    }
  }
}
