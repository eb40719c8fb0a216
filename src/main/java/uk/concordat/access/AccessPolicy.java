package uk.concordat.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import uk.concordat.caller.Caller;

/**
 * Decides on one record, from the record's participants and the role matrix; the database decides
 * the same apart from here, from stored visibility.
 */
@ApplicationScoped
public class AccessPolicy {
  @Inject Permissions permissions;

  /** Whether the caller may do this to the record. */
  public boolean permits(Caller caller, Action action, Participation record) {
    return permissions
        .scope(caller.role(), action)
        .map(scope -> reaches(scope, caller, action, record))
        .orElse(false);
  }

  private static boolean reaches(Scope scope, Caller caller, Action action, Participation record) {
    boolean own = caller.subject().equals(record.owner());
    if (record.draft()) {
      return own && caller.agency().equals(record.fromAgency());
    }
    boolean receives = caller.agency().equals(record.toAgency());
    return switch (action) {
      case REFERRAL_READ ->
          own
              || caller.subject().equals(record.assignee())
              || (scope == Scope.AGENCY
                  && (receives || caller.agency().equals(record.fromAgency())));
      case REFERRAL_SUBMIT -> own;
      case REFERRAL_ACKNOWLEDGE, REFERRAL_DECIDE -> receives && scope == Scope.AGENCY;
      case REFERRAL_CREATE, SESSION_READ -> false;
    };
  }
}
