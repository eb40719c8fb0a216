package uk.concordat.document;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.function.Supplier;
import uk.concordat.document.workshop.Job;

/**
 * Draws the pages of a PDF as pictures, so that no browser opens the file itself. It is fetched
 * once there is a place to work on it.
 */
@ApplicationScoped
public class Pages {
  @Inject Workbench bench;

  /**
   * A page as a PNG picture; empty where there is none of that number, or it cannot be drawn.
   *
   * @param number from 1
   * @throws Busy where too many files are worked on
   */
  public Optional<byte[]> drawn(Supplier<byte[]> pdf, int number) {
    return number < 1 || number > DocumentLimits.PREVIEW_PAGES
        ? Optional.empty()
        : bench.showing(() -> page(pdf.get(), number));
  }

  private Optional<byte[]> page(byte[] pdf, int number) {
    try {
      return Optional.ofNullable(bench.done(Job.draw(pdf, number)).bytes());
    } catch (HelperLost undrawable) {
      // A page that cannot be drawn is no error of the reader's: the file can be taken as it is.
      return Optional.empty();
    }
  }
}
