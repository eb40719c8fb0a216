package uk.concordat.access;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import uk.concordat.caller.CallerBound;

/**
 * The use case needs this action. Where the caller's role never has it, the call is refused and the
 * refusal is in the ledger; the record itself is a second question, for {@link AccessPolicy}.
 */
@Inherited
@CallerBound
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Requires {
  /** The action; the default exists only because the interceptor needs one. */
  @Nonbinding
  Action value() default Action.SESSION_READ;
}
