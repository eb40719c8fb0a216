package uk.concordat.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.stream.Collectors;

/** axe-core's rules for WCAG 2.2 A and AA. */
final class Accessibility {
  private static final List<String> TAGS =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa");

  private Accessibility() {}

  static void check(Page page) {
    // No page of ours has frames, and without them there is no need of a second, empty page.
    AxeRunOptions options = new AxeRunOptions();
    options.setResultTypes(List.of("violations")); // of the others it need not collect every place
    List<Rule> violations =
        new AxeBuilder(page)
            .setLegacyMode(true)
            .options(options)
            .withTags(TAGS)
            .analyze()
            .getViolations();
    assertThat(violations.stream().map(Accessibility::words).collect(Collectors.toList()))
        .as("axe on %s", page.url())
        .isEmpty();
  }

  private static String words(Rule rule) {
    return rule.getId()
        + ": "
        + rule.getNodes().stream()
            .map(node -> node.getTarget() + " " + node.getHtml())
            .collect(Collectors.joining("; "));
  }
}
