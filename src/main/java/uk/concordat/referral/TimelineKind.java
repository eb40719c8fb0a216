package uk.concordat.referral;

/** What kind of thing stands in the timeline of a referral. */
public enum TimelineKind {
  /** It was moved, or something was asked or answered about it. */
  MOVE,
  /** Parts of it went to another agency. */
  DISCLOSURE,
  /** Somebody was given sight of it for a time. */
  ACCESS,
  /** Somebody answered for sharing it without agreement. */
  OVERRIDE,
  /** Somebody looked at it in an emergency. */
  EMERGENCY,
  /** The person harmed was told something, or was not to be told. */
  CONTACT,
  /** The police recorded a crime. */
  CRIME,
  /** The police corrected one. */
  CRIME_CORRECTED,
  /** The police triaged it. */
  TRIAGE,
  /** The police assessed the risk to the person harmed. */
  RISK,
  /** A measure of the safety plan was added or changed. */
  PLAN,
  /** Somebody was named to whom the person harmed can turn. */
  CONTACT_OFFICER,
  /** A document was attached, or withdrawn. */
  DOCUMENT,
  /** The bank holidays changed, and with them when the person harmed has to be told something. */
  OBLIGATION_RECKONED,
  /** The file for prosecutors was submitted, sent back, taken in or reviewed. */
  REVIEW,
  /** Prosecutors decided on somebody who is suspected. */
  DECISION,
  /** The consent of the Attorney General was asked for, granted or refused. */
  CONSENT,
  /** The police said when they did what was decided. */
  CARRIED_OUT
}
