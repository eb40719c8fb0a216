package uk.concordat.platform.database;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import uk.concordat.audit.SecurityAlarm;
import uk.concordat.audit.SecurityEvent;
import uk.concordat.caller.Caller;
import uk.concordat.caller.CallerBound;
import uk.concordat.caller.CurrentCaller;
import uk.concordat.caller.UnknownCaller;

/**
 * Tells the database who acts: the first statement inside the transaction, just inside {@code
 * Transactional} (priority 200). The settings are local to the transaction, so that a pooled
 * connection forgets them.
 */
@CallerBound
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 210)
public class CallerBinding {
  @Inject EntityManager em;
  @Inject CurrentCaller current;
  @Inject SecurityAlarm alarm;

  @AroundInvoke
  Object bind(InvocationContext context) throws Exception {
    Caller caller = current.get();
    Object[] known =
        (Object[])
            em.createNativeQuery(
                    "select o_status, o_role, array_to_string(o_leads, ','),"
                        + " array_to_string(o_roles, ','), case when o_status = 'ACTIVE' then"
                        + " keep_email(cast(?7 as text)) end from"
                        + " bind_caller(cast(?1 as uuid), ?2, ?3, ?4, string_to_array(?5, ','),"
                        + " string_to_array(?6, ','))")
                .setParameter(1, caller.subject().toString())
                .setParameter(2, caller.username())
                .setParameter(3, caller.displayName())
                .setParameter(4, caller.agency())
                .setParameter(5, String.join(",", caller.roles()))
                .setParameter(6, String.join(",", caller.teams().stream().sorted().toList()))
                .setParameter(7, current.email())
                .getSingleResult();
    if (!"ACTIVE".equals(known[0])) {
      alarm.ring(
          SecurityEvent.SIGN_IN_REFUSED,
          known[0].toString().toLowerCase(Locale.ROOT),
          caller.subject(),
          caller.agency());
      throw new UnknownCaller();
    }
    String leads = (String) known[2];
    List<String> roles = List.of(((String) known[3]).split(","));
    current.is(
        caller
            .among(roles)
            .acting((String) known[1], leads.isEmpty() ? Set.of() : Set.of(leads.split(","))));
    return context.proceed();
  }
}
