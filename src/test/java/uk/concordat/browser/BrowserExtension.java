package uk.concordat.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import uk.concordat.it.ApiExtension;
import uk.concordat.stack.Chromium;
import uk.concordat.stack.Stack;
import uk.concordat.stack.StackExtension;

/**
 * Gives a test the {@link Portal}: one browser for all tests, profiles of each test's own. The
 * property {@value #PROPERTY} names a portal that runs already; else the shared stack is started.
 */
final class BrowserExtension implements ParameterResolver {
  static final String PROPERTY = "concordat.portal.url";
  private static final Namespace NAMESPACE = Namespace.create(BrowserExtension.class);
  private static final Namespace STACK = Namespace.create(StackExtension.class);

  /** Ends with the run. */
  private record Running(Playwright playwright, Browser browser) implements AutoCloseable {
    static Running start() {
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
    Running running =
        context
            .getRoot()
            .getStore(NAMESPACE)
            .getOrComputeIfAbsent(Running.class, first -> Running.start(), Running.class);
    Portal portal =
        new Portal(running.browser(), address(context), ApiExtension.exchanges(context));
    context.getStore(NAMESPACE).put(portal, new Ending(portal));
    return portal;
  }

  private record Ending(Portal portal) implements AutoCloseable {
    @Override
    public void close() {
      portal.close();
    }
  }

  private static String address(ExtensionContext context) {
    String named = System.getProperty(PROPERTY, "");
    return named.isBlank()
        ? context
            .getRoot()
            .getStore(STACK)
            .getOrComputeIfAbsent(Stack.class, first -> Stack.forTests(), Stack.class)
            .portal()
        : named;
  }
}
