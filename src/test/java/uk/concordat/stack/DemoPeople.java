package uk.concordat.stack;

import java.util.List;

/** Everybody of the demo. */
final class DemoPeople {
  private static final String HERTS = "HERTS-POLICE";
  private static final String CPS = "CPS-THAMES-CHILTERN";
  private static final String WELHAT = "WELHAT-COUNCIL";
  private static final String NORTH_LEA = "NORTH-LEA-NHS";
  private static final String GOVERNANCE = "information-governance";
  private static final String ADMIN = "agency-admin";
  private static final String HATE_CRIME = "hate-crime-unit";
  private static final String PROSECUTORS = "hate-crime-prosecutors";
  private static final String REVIEW = "quality-review";
  private static final String SAFETY = "community-safety";

  private DemoPeople() {}

  static List<DemoPerson> all() {
    return List.of(
        member("police.officer", "Police Officer", HERTS, "police-officer", "response"),
        member("police.hco", "Hate Crime Officer", HERTS, "hate-crime-officer", HATE_CRIME),
        lead("police.lead", "Hate Crime Lead", HERTS, "hate-crime-officer", HATE_CRIME),
        member("police.liaison", "Victim Liaison", HERTS, "victim-liaison", "witness-care"),
        member("police.governance", "Police Governance", HERTS, GOVERNANCE, ""),
        member("police.admin", "Police Admin", HERTS, ADMIN, ""),
        member("btp.hco", "Transport Police Officer", "BTP", "hate-crime-officer", HATE_CRIME),
        member("cps.prosecutor", "Prosecutor", CPS, "cps-prosecutor", PROSECUTORS),
        member("cps.prosecutor2", "Second Prosecutor", CPS, "cps-prosecutor", PROSECUTORS),
        lead("cps.lead", "Prosecution Lead", CPS, "cps-prosecutor", PROSECUTORS),
        member("cps.reviewer", "Reviewer", CPS, "cps-quality-reviewer", REVIEW),
        member("cps.reviewer2", "Second Reviewer", CPS, "cps-quality-reviewer", REVIEW),
        member("cps.reviewer3", "Third Reviewer", CPS, "cps-quality-reviewer", REVIEW),
        member("cps.governance", "CPS Governance", CPS, GOVERNANCE, ""),
        member("cps.admin", "CPS Admin", CPS, ADMIN, ""),
        member("council.officer", "Council Officer", WELHAT, "council-officer", SAFETY),
        lead("council.lead", "Council Lead", WELHAT, "council-officer", SAFETY),
        member("council.governance", "Council Governance", WELHAT, GOVERNANCE, ""),
        member("council.admin", "Council Admin", WELHAT, ADMIN, ""),
        member(
            "council2.officer",
            "Second Council Officer",
            "STEVENAGE-COUNCIL",
            "council-officer",
            SAFETY),
        member(
            "nhs.practitioner",
            "Practitioner",
            NORTH_LEA,
            "nhs-practitioner",
            "emergency-department"),
        member(
            "nhs.safeguarding",
            "Safeguarding Lead",
            NORTH_LEA,
            "nhs-safeguarding-lead",
            "safeguarding"),
        member("nhs.governance", "Trust Governance", NORTH_LEA, GOVERNANCE, ""),
        member("nhs.admin", "Trust Admin", NORTH_LEA, ADMIN, ""),
        member(
            "nhs2.practitioner",
            "Second Trust Practitioner",
            "COLNE-VALLEY-NHS",
            "nhs-practitioner",
            "emergency-department"),
        member(
            "tprc.reporter",
            "Third Party Reporter",
            "HAH-CENTRE-1",
            "third-party-reporter",
            "reporting-centre"),
        member("board.governance", "Board Governance", "BOARD", GOVERNANCE, ""),
        member("board.analyst", "Board Analyst", "BOARD", "board-analyst", ""));
  }

  private static DemoPerson member(
      String username, String lastName, String agency, String role, String team) {
    return new DemoPerson(username, lastName, agency, role, team, false);
  }

  private static DemoPerson lead(
      String username, String lastName, String agency, String role, String team) {
    return new DemoPerson(username, lastName, agency, role, team, true);
  }
}
