package uk.concordat.stack;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests the running product as a parameter of type {@link Stack}. It is started at first need
 * and once for all classes of the run, and stopped with the run.
 */
public final class StackExtension implements ParameterResolver {
  private static final Namespace ALL_TESTS = Namespace.create(StackExtension.class);

  /** Made by JUnit. */
  public StackExtension() {}

  /** The one stack of this run. */
  public static Stack shared(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(ALL_TESTS)
        .getOrComputeIfAbsent(Stack.class, first -> Stack.forTests(), Stack.class);
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Stack.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return shared(context);
  }
}
