package uk.concordat.access;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What can be done, under the stable dotted name that code, role matrix and ledger share. */
public enum Action {
  SESSION_READ("Sign in"),
  SESSION_ACT("Choose the role to act in"),
  SESSION_MAIL("Choose whether to be told by email"),
  INCIDENT_CREATE("Log an incident"),
  INCIDENT_READ("Read an incident"),
  INCIDENT_IMPORT("Log a backlog of incidents from a file"),
  INCIDENT_LINK("Decide which incidents belong together"),
  INCIDENT_NAME("Say who was harmed in an incident without a name"),
  INCIDENT_RECORD("Decide how an incident is recorded"),
  REFERRAL_CREATE("Start a referral"),
  REFERRAL_SUBMIT("Send a referral"),
  REFERRAL_READ("Read a referral"),
  FILTER_KEEP("Keep a list as a filter"),
  REFERRAL_HEADER("See that there is a referral"),
  REFERRAL_ACKNOWLEDGE("Acknowledge a referral"),
  REFERRAL_DECIDE("Accept, reject or redirect a referral"),
  REFERRAL_AMEND("Correct a referral after it was sent"),
  REFERRAL_FOLLOW("Answer for a referral that was sent, or withdraw it"),
  REFERRAL_WORK("Work on a referral"),
  REFERRAL_ASSIGN("Assign a referral"),
  REFERRAL_RECALL("Recall a referral that should not have been sent"),
  BREACH_DECIDE("Decide on a recall and on the breach of personal data"),
  REFERRAL_CLOCK("Let a time limit run out"),
  OUTCOME_POLICE_RECORD("Record a police outcome"),
  OUTCOME_CPS_RECORD("Record a charging decision or court outcome"),
  OUTCOME_SERVICE_RECORD("Record a service outcome"),
  CASEWORK_READ("Read what the police keep of their work"),
  CRIME_RECORD("Record a crime"),
  REFERRAL_TRIAGE("Triage a referral"),
  RISK_ASSESS("Assess the risk to the person harmed"),
  SAFETY_PLAN("Keep the safety plan and the contact for the person harmed"),
  PROSECUTION_READ("Read the file for prosecutors and what is decided on it"),
  FILE_PREPARE("Put the file for prosecutors together and submit it"),
  FILE_TRIAGE("Take in the file of the police, or send it back"),
  REVIEW_DECIDE("Review a file and decide on charges"),
  CONSENT_OVERRIDE("Share without the person's agreement"),
  PERSON_LINK("Link or merge people"),
  QA_DRAW("Draw a quality sample"),
  QA_ASSESS("Assess the quality of a prosecution"),
  QA_RESULT_READ("Read quality results"),
  TIMER_MANAGE("Work the Victims' Code clock"),
  PANEL_PARTICIPATE("Take part in a case panel"),
  RESTRICTED_FLAG("Restrict a record to named people"),
  EXCLUSION_MANAGE("Exclude somebody from a record"),
  EXCLUSION_DECLARE("Declare a conflict of interest of their own"),
  ACCESS_REQUEST("Ask for access"),
  ACCESS_DECIDE("Decide on a request for access"),
  EXPORT_CASE("Export a case"),
  STATS_VIEW("View statistics"),
  AUDIT_READ("Read the ledger"),
  AUDIT_EXPORT("Export the ledger"),
  REFERRAL_TRAIL("See who has seen a referral"),
  SIGHT_READ("See what a member of staff could see"),
  BREAKGLASS_USE("Break the glass"),
  BREAKGLASS_REVIEW("Review a broken glass"),
  USER_MANAGE("Manage staff"),
  REFDATA_MANAGE("Manage reference data"),
  AGREEMENT_READ("Read a sharing agreement"),
  AGREEMENT_PROPOSE("Propose a sharing agreement"),
  AGREEMENT_SIGN("Sign a sharing agreement"),
  DISPOSAL_PROPOSE("Propose disposal"),
  DISPOSAL_APPROVE("Approve disposal");

  private final String label;

  Action(String label) {
    this.label = label;
  }

  /** The words for it in the portal. */
  public String label() {
    return label;
  }

  /** What can be done to a referral that exists, other than to see it. */
  public static Set<Action> onReferral() {
    return EnumSet.of(
        REFERRAL_SUBMIT,
        REFERRAL_ACKNOWLEDGE,
        REFERRAL_DECIDE,
        REFERRAL_AMEND,
        REFERRAL_FOLLOW,
        REFERRAL_WORK,
        REFERRAL_ASSIGN,
        OUTCOME_POLICE_RECORD,
        OUTCOME_CPS_RECORD,
        OUTCOME_SERVICE_RECORD,
        CONSENT_OVERRIDE,
        TIMER_MANAGE,
        PANEL_PARTICIPATE,
        RESTRICTED_FLAG,
        EXCLUSION_MANAGE,
        ACCESS_DECIDE,
        EXPORT_CASE,
        REFERRAL_RECALL);
  }

  /** For example {@code referral.decide}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '.');
  }

  /** The action of that dotted name; empty where there is none. */
  public static Optional<Action> find(String code) {
    return Arrays.stream(values()).filter(action -> action.code().equals(code)).findFirst();
  }

  static Action of(String code) {
    return find(code).orElseThrow(() -> new IllegalArgumentException(code));
  }
}
