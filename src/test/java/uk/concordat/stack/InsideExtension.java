package uk.concordat.stack;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Tells Arquillian's Payara, before it starts, where the stack's PostgreSQL and Keycloak are.
 * Declared before {@code ArquillianExtension}. The same class runs once more inside that Payara,
 * where there is nothing left to do.
 */
public final class InsideExtension implements BeforeAllCallback {
  /** Set where the code runs inside Payara. */
  public static final String INSIDE = "concordat.inside";

  /** Made by JUnit. */
  public InsideExtension() {}

  @Override
  public void beforeAll(ExtensionContext context) {
    if (System.getProperty(INSIDE) == null) {
      Stack stack = StackExtension.lane(context).stack();
      Ports own = Ports.free();
      System.setProperty("concordat.inside.port", Integer.toString(own.portal()));
      System.setProperty("concordat.inside.jvm", options(stack.settings(), own));
      System.setProperty(
          "concordat.inside.micro", "--prebootcommandfile " + escape(Payara.preboot().toString()));
    }
  }

  /**
   * Settings by environment are settled for this Java; MicroProfile Config reads properties too.
   */
  private static String options(Map<String, String> settings, Ports own) {
    String shared =
        settings.entrySet().stream()
            .map(each -> "-D%s=%s".formatted(property(each.getKey()), escape(each.getValue())))
            .collect(Collectors.joining(" "));
    return "-D%s=true -Xmx512m -Dconcordat.listen=%s %s -Dconcordat.management.port=%d"
        .formatted(INSIDE, Ports.LOOPBACK, shared, own.management());
  }

  private static String property(String variable) {
    return variable.toLowerCase(Locale.ROOT).replace('_', '.');
  }

  /** The adapter splits at spaces. */
  private static String escape(String text) {
    return text.replace(" ", "\\ ");
  }
}
