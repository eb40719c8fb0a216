package uk.concordat.court;

/** Why somebody was not convicted, as it is published (domain.md 3.3). */
public enum ReasonGroup {
  EVIDENTIAL("The evidence"),
  PUBLIC_INTEREST("The public interest"),
  VICTIM_ABSENT("The victim did not attend"),
  VICTIM_RETRACTED("The victim retracted"),
  VICTIM_EVIDENCE("The evidence of the victim does not support the case"),
  WITNESS("Witness issues"),
  ACQUITTAL_AFTER_TRIAL("Acquittal after trial"),
  DISCLOSURE("Disclosure"),
  LEGAL("Legal or procedural"),
  POLICE_FILE("Quality of the police file"),
  OTHER("Another reason");

  private final String label;

  ReasonGroup(String label) {
    this.label = label;
  }

  /** The words for it in the portal. */
  public String label() {
    return label;
  }
}
