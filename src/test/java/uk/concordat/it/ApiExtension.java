package uk.concordat.it;

import java.net.URI;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import uk.concordat.stack.Keycloak;
import uk.concordat.stack.Stack;
import uk.concordat.stack.StackExtension;

/** Gives API tests what they work with, all of the one stack that is started once. */
public final class ApiExtension implements ParameterResolver {
  private static final Namespace NAMESPACE = Namespace.create(ApiExtension.class);
  private static final Map<Class<?>, Function<Stack, ?>> PARTS =
      Map.of(
          Api.class, stack -> new Api(URI.create(stack.portal()), stack::token),
          BrokenDatabase.class, stack -> new BrokenDatabase(stack.postgres().owner()),
          Visitors.class, stack -> new Visitors(URI.create(stack.portal())),
          StaffDirectory.class, stack -> new StaffDirectory(stack.admin().realm(Keycloak.REALM)),
          StrongTokens.class, stack -> new StrongTokens(stack.portal(), stack.keycloak().issuer()),
          Compartments.class, stack -> new Compartments(stack.postgres().owner()),
          DatabaseOwner.class, stack -> new DatabaseOwner(stack.postgres().owner()),
          LedgerTree.class, stack -> new LedgerTree(stack.postgres().owner()),
          LedgerRows.class, stack -> new LedgerRows(stack.postgres().owner()),
          RealmTokens.class,
              stack ->
                  new RealmTokens(
                      stack.admin().realm(Keycloak.REALM),
                      URI.create(stack.keycloak().tokenEndpoint())));

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return PARTS.containsKey(parameter.getParameter().getType());
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    var store = context.getRoot().getStore(NAMESPACE);
    Class<?> type = parameter.getParameter().getType();
    return store.getOrComputeIfAbsent(
        type, wanted -> PARTS.get(type).apply(StackExtension.shared(context)));
  }
}
