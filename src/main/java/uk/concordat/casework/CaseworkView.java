package uk.concordat.casework;

/** All that the police keep of their work on a referral, as far as the caller sees it. */
public record CaseworkView(
    Crimes crimes,
    Triages triage,
    Risk risk,
    SafetyPlan plan,
    ContactOfficers contacts,
    Results results) {}
