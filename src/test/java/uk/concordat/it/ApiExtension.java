package uk.concordat.it;

import java.net.URI;
import java.util.Map;
import java.util.function.BiFunction;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import uk.concordat.stack.Keycloak;
import uk.concordat.stack.Lane;
import uk.concordat.stack.PostOffice;
import uk.concordat.stack.Stack;
import uk.concordat.stack.StackExtension;

/** Gives API tests what they work with, all of the stack that their class has for itself. */
public final class ApiExtension implements ParameterResolver {
  private static final Map<Class<?>, BiFunction<Stack, Exchanges, ?>> PARTS =
      Map.ofEntries(
          part(Api.class, (stack, seen) -> new Api(URI.create(stack.portal()), stack::token, seen)),
          part(BrokenDatabase.class, (stack, seen) -> new BrokenDatabase(stack.postgres().owner())),
          part(Visitors.class, (stack, seen) -> new Visitors(URI.create(stack.portal()), seen)),
          part(
              StaffDirectory.class,
              (stack, seen) -> new StaffDirectory(stack.admin().realm(Keycloak.REALM))),
          part(
              StrongTokens.class,
              (stack, seen) ->
                  new StrongTokens(
                      stack.portal(), stack.keycloak().issuer(), stack.secondFactor())),
          part(Compartments.class, (stack, seen) -> new Compartments(stack.postgres().owner())),
          part(DatabaseOwner.class, (stack, seen) -> new DatabaseOwner(stack.postgres().owner())),
          part(CaseworkRows.class, (stack, seen) -> new CaseworkRows(stack.postgres().owner())),
          part(LedgerTree.class, (stack, seen) -> new LedgerTree(stack.postgres().owner())),
          part(LedgerRows.class, (stack, seen) -> new LedgerRows(stack.postgres().owner())),
          part(MailRows.class, (stack, seen) -> new MailRows(stack.postgres().owner())),
          part(PostOffice.class, (stack, seen) -> new PostOffice(stack.smtpPort())),
          part(
              RealmTokens.class,
              (stack, seen) ->
                  new RealmTokens(
                      stack.admin().realm(Keycloak.REALM),
                      URI.create(stack.keycloak().tokenEndpoint()))));

  private static <T> Map.Entry<Class<?>, BiFunction<Stack, Exchanges, ?>> part(
      Class<T> type, BiFunction<Stack, Exchanges, T> maker) {
    return Map.entry(type, maker);
  }

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
