package uk.concordat.victim;

/** To how much the person harmed is entitled; hate crime entitles to the enhanced rights. */
public enum Entitlement {
  STANDARD,
  ENHANCED
}
