package uk.concordat.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.Closeable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import uk.concordat.it.ApiExtension;
import uk.concordat.it.Exchanges;
import uk.concordat.stack.Chromium;
import uk.concordat.stack.Lane;
import uk.concordat.stack.StackExtension;

/**
 * Gives a test the {@link Portal}: one browser a lane, profiles of each test's own. The property
 * {@value #PROPERTY} names a portal that runs already; else the shared stack is started.
 */
final class BrowserExtension implements ParameterResolver {
  static final String PROPERTY = "concordat.portal.url";

  /**
   * A file that is attached is looked at by a Java of its own, which a busy machine starts slowly.
   */
  private static final double PATIENCE_MILLIS = 30_000;

  private static final Namespace NAMESPACE = Namespace.create(BrowserExtension.class);

  /** Ends with the run. */
  private record Running(Playwright playwright, Browser browser) implements Closeable {
    static Running start() {
      PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
      Playwright playwright =
          Playwright.create(
              new Playwright.CreateOptions()
                  .setEnv(java.util.Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
      LaunchOptions options =
          new LaunchOptions()
              .setExecutablePath(Chromium.path())
              .setArgs(Chromium.arguments())
              .setHeadless(true);
      return new Running(playwright, playwright.chromium().launch(options));
    }

    @Override
    public void close() {
      playwright.close();
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Portal.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    String named = System.getProperty(PROPERTY, "");
    Portal portal =
        named.isBlank() ? portal(StackExtension.lane(context)) : elsewhere(context, named);
    context.getStore(NAMESPACE).put(portal, new Ending(portal));
    return portal;
  }

  private record Ending(Portal portal) implements AutoCloseable {
    @Override
    public void close() {
      portal.close();
    }
  }

  private static Portal portal(Lane lane) {
    Running running = lane.part(Running.class, first -> Running.start());
    return new Portal(running.browser(), lane.stack().portal(), ApiExtension.exchanges(lane));
  }

  private static Portal elsewhere(ExtensionContext context, String address) {
    Running running =
        context
            .getStore(NAMESPACE)
            .getOrComputeIfAbsent(Running.class, first -> Running.start(), Running.class);
    return new Portal(running.browser(), address, new Exchanges());
  }
}
