package uk.concordat.stack;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests the running product as a parameter of type {@link Stack}: one that no other class
 * uses at the same time. {@link Lanes} are for those who look back on the whole run.
 */
public final class StackExtension implements ParameterResolver {
  private static final Namespace NAMESPACE = Namespace.create(StackExtension.class);

  /** Made by JUnit. */
  public StackExtension() {}

  /** Ends with the class. */
  private record Loan(Lanes lanes, Lane lane) implements AutoCloseable {
    @Override
    public void close() {
      lanes.giveBack(lane);
    }
  }

  /** The lane of the class that runs. */
  public static Lane lane(ExtensionContext context) {
    Lanes lanes = lanes(context);
    return ofClass(context)
        .getStore(NAMESPACE)
        .getOrComputeIfAbsent(Loan.class, first -> new Loan(lanes, lanes.borrow()), Loan.class)
        .lane();
  }

  private static Lanes lanes(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(NAMESPACE)
        .getOrComputeIfAbsent(Lanes.class, first -> new Lanes(), Lanes.class);
  }

  private static ExtensionContext ofClass(ExtensionContext context) {
    ExtensionContext found = context;
    while (found.getParent().orElseThrow() != context.getRoot()) {
      found = found.getParent().orElseThrow();
    }
    return found;
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == Stack.class || type == Lanes.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Lanes.class
        ? lanes(context)
        : lane(context).stack();
  }
}
