package uk.concordat.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import uk.concordat.access.Action;
import uk.concordat.access.Permissions;
import uk.concordat.access.Scope;
import uk.concordat.caller.CurrentCaller;
import uk.concordat.referral.ReferralOptions;
import uk.concordat.referral.ReferralOptionsService;
import uk.concordat.referral.ReferralService;

/**
 * Who is signed in, for the header, and what their menu may offer: the same policy as the
 * service's.
 */
@Named("caller")
@RequestScoped
public class SignedInBean {
  @Inject CurrentCaller current;
  @Inject Permissions permissions;
  @Inject ReferralOptionsService optionsService;
  @Inject ReferralService referrals;
  private ReferralOptions options;
  private Long waiting;

  /** Whether anybody is. */
  public boolean isSignedIn() {
    return current.find().isPresent();
  }

  /** The acting role in words. */
  public String getRoleName() {
    return getOptions().roleNames().get(current.get().role());
  }

  /** The agency in words. */
  public String getAgencyName() {
    return getOptions().own().name();
  }

  /** Whether this role starts referrals. */
  public boolean isMayStartReferral() {
    return has(Action.REFERRAL_CREATE);
  }

  /** Whether this role reads referrals. */
  public boolean isMayReadReferrals() {
    return has(Action.REFERRAL_READ);
  }

  /** Whether this role puts files for prosecutors together. */
  public boolean isMayPrepareFiles() {
    return has(Action.FILE_PREPARE);
  }

  /** Whether this role reviews files for prosecutors. */
  public boolean isMayReviewFiles() {
    return has(Action.REVIEW_DECIDE);
  }

  /** Whether this role acknowledges referrals. */
  public boolean isMayAcknowledge() {
    return reaches(Action.REFERRAL_ACKNOWLEDGE);
  }

  /** Whether this person could assign referrals. */
  public boolean isMayAssign() {
    return reaches(Action.REFERRAL_ASSIGN);
  }

  /** Whether this role logs incidents. */
  public boolean isMayLogIncident() {
    return has(Action.INCIDENT_CREATE);
  }

  /** Whether this role decides how incidents are recorded. */
  public boolean isMayRecordIncidents() {
    return has(Action.INCIDENT_RECORD);
  }

  /** Whether this role decides which incidents belong together. */
  public boolean isMayLinkIncidents() {
    return has(Action.INCIDENT_LINK);
  }

  /** Whether this role says who was harmed in an incident without a name. */
  public boolean isMayNameIncidents() {
    return has(Action.INCIDENT_NAME);
  }

  /** Whether this role logs a backlog from a file. */
  public boolean isMayImportIncidents() {
    return has(Action.INCIDENT_IMPORT);
  }

  /** Whether this role reads incidents. */
  public boolean isMayReadIncidents() {
    return has(Action.INCIDENT_READ);
  }

  /** Whether this role proposes and signs sharing agreements. */
  public boolean isMayAgree() {
    return has(Action.AGREEMENT_PROPOSE);
  }

  /** Whether this role can answer for sharing without agreement, at least where it leads. */
  public boolean isMayOverrideConsent() {
    return has(Action.CONSENT_OVERRIDE);
  }

  /** Whether they oversee what their agency's staff could see. */
  public boolean isMayReadSight() {
    return has(Action.SIGHT_READ);
  }

  /** Whether they govern what their agency has in the ledger. */
  public boolean isMayGovern() {
    return current
        .find()
        .filter(one -> permissions.scopes(one.role(), Action.AUDIT_READ).contains(Scope.AGENCY))
        .isPresent();
  }

  /** Whether they hold several roles, of which they act in one. */
  public boolean isSeveralRoles() {
    return current.find().filter(caller -> caller.roles().size() > 1).isPresent();
  }

  /** Whether this role asks for access to records that it does not see. */
  public boolean isMayAskForAccess() {
    return has(Action.ACCESS_REQUEST);
  }

  /** Whether this person could be the one who decides on such a request. */
  public boolean isMayDecideOnAccess() {
    return reaches(Action.ACCESS_DECIDE);
  }

  /** Whether this person could break the glass. */
  public boolean isMayBreakGlass() {
    return reaches(Action.BREAKGLASS_USE);
  }

  /** Whether they may take a list of referrals out as a file. */
  public boolean isMayExport() {
    return has(Action.REFERRAL_READ) && reaches(Action.EXPORT_CASE);
  }

  /** Whether this role decides on recalls and on breaches of personal data. */
  public boolean isMayDecideOnBreach() {
    return has(Action.BREACH_DECIDE);
  }

  /** Whether this role reviews broken glass. */
  public boolean isMayReviewGlass() {
    return has(Action.BREAKGLASS_REVIEW);
  }

  /** Whether this role works the Victims' Code clock. */
  public boolean isMayWorkClock() {
    return has(Action.TIMER_MANAGE);
  }

  /** How many referrals wait in the inbox. */
  public long getInboxCount() {
    if (waiting == null) {
      waiting = referrals.waiting();
    }
    return waiting;
  }

  /** What can be chosen, read once per request. */
  public ReferralOptions getOptions() {
    if (options == null) {
      options = optionsService.options();
    }
    return options;
  }

  private boolean reaches(Action action) {
    return current.find().filter(caller -> permissions.reaches(caller, action)).isPresent();
  }

  private boolean has(Action action) {
    return current.find().filter(caller -> permissions.has(caller.role(), action)).isPresent();
  }
}
