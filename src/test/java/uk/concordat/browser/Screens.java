package uk.concordat.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * The two widths at which a page is looked at. Pictures are for people: they are taken where
 * {@value #PICTURES} is set.
 */
final class Screens {
  static final int WIDE = 1280;
  static final int NARROW = 320;
  static final int HIGH = 900;
  private static final String PICTURES = "concordat.screenshots";
  private static final Path FOLDER = Path.of("target", "screenshots");

  private Screens() {}

  /** Nothing may need sideways scrolling on the narrow one. */
  static void take(Page page, String name) {
    page.setViewportSize(NARROW, HIGH);
    assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
        .as("no sideways scroll at %d px: %s", NARROW, page.url())
        .isTrue();
    picture(page, name, NARROW);
    page.setViewportSize(WIDE, HIGH);
    picture(page, name, WIDE);
  }

  /** Keeps a file that a page gave, where pictures are kept. */
  static void keep(Path file, String name) throws IOException {
    if (Boolean.getBoolean(PICTURES)) {
      Files.createDirectories(FOLDER);
      Files.copy(file, FOLDER.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static void picture(Page page, String name, int width) {
    if (!Boolean.getBoolean(PICTURES)) {
      return;
    }
    page.screenshot(
        new Page.ScreenshotOptions()
            .setPath(FOLDER.resolve("%s-%d.png".formatted(name, width)))
            .setFullPage(true));
  }
}
