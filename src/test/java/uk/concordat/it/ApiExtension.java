package uk.concordat.it;

import java.net.URI;
import java.util.Map;
import java.util.function.BiFunction;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import uk.concordat.stack.Keycloak;
import uk.concordat.stack.Lane;
import uk.concordat.stack.Stack;
import uk.concordat.stack.StackExtension;

/** Gives API tests what they work with, all of the stack that their class has for itself. */
public final class ApiExtension implements ParameterResolver {
  private static final Map<Class<?>, BiFunction<Stack, Exchanges, ?>> PARTS =
      Map.of(
          Api.class, (stack, seen) -> new Api(URI.create(stack.portal()), stack::token, seen),
          BrokenDatabase.class, (stack, seen) -> new BrokenDatabase(stack.postgres().owner()),
          Visitors.class, (stack, seen) -> new Visitors(URI.create(stack.portal()), seen),
          StaffDirectory.class,
              (stack, seen) -> new StaffDirectory(stack.admin().realm(Keycloak.REALM)),
          StrongTokens.class,
              (stack, seen) ->
                  new StrongTokens(stack.portal(), stack.keycloak().issuer(), stack.secondFactor()),
          Compartments.class, (stack, seen) -> new Compartments(stack.postgres().owner()),
          DatabaseOwner.class, (stack, seen) -> new DatabaseOwner(stack.postgres().owner()),
          LedgerTree.class, (stack, seen) -> new LedgerTree(stack.postgres().owner()),
          LedgerRows.class, (stack, seen) -> new LedgerRows(stack.postgres().owner()),
          RealmTokens.class,
              (stack, seen) ->
                  new RealmTokens(
                      stack.admin().realm(Keycloak.REALM),
                      URI.create(stack.keycloak().tokenEndpoint())));

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == Exchanges.class || PARTS.containsKey(type);
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Lane lane = StackExtension.lane(context);
    Class<?> type = parameter.getParameter().getType();
    return type == Exchanges.class ? exchanges(lane) : part(lane, type);
  }

  private static <T> T part(Lane lane, Class<T> type) {
    return lane.part(type, of -> type.cast(PARTS.get(type).apply(of.stack(), exchanges(of))));
  }

  /** What the stack of this lane answered so far. */
  public static Exchanges exchanges(Lane lane) {
    return lane.part(Exchanges.class, first -> new Exchanges());
  }
}
