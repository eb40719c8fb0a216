package uk.concordat.access;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import uk.concordat.audit.Refusals;
import uk.concordat.caller.CurrentCaller;
import uk.concordat.kernel.StaleVersion;

/**
 * Asks, before a use case begins, whether this role may do such a thing at all; what then fails on
 * another version than the one that stands is in the ledger too.
 */
@Requires
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 220)
public class RequiresInterceptor {
  @Inject CurrentCaller caller;
  @Inject Permissions permissions;
  @Inject Refusals refusals;

  @AroundInvoke
  Object check(InvocationContext context) throws Exception {
    Action action = context.getMethod().getAnnotation(Requires.class).value();
    if (!permissions.has(caller.get().role(), action)) {
      refusals.record(action.code(), "role-lacks-action", null);
      throw new Refused(action);
    }
    try {
      return context.proceed();
    } catch (StaleVersion stale) { // a version field that was tampered with looks no different
      String tried = stale.action() == null ? action.code() : stale.action();
      refusals.record(tried, "stale", stale.record());
      throw stale;
    }
  }
}
