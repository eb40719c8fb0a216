package uk.concordat.court;

/** Why a hearing was adjourned. */
public enum Adjournment {
  DEFENDANT_ABSENT("The defendant was not there"),
  WITNESS_ABSENT("A witness was not there"),
  SPECIAL_MEASURES("Special measures or an intermediary were not there"),
  PROSECUTION_NOT_READY("The prosecution was not ready"),
  DEFENCE_NOT_READY("The defence was not ready"),
  COURT_TIME("The court had no time for it"),
  REPORTS("Reports are needed"),
  OTHER("Another reason");

  private final String label;

  Adjournment(String label) {
    this.label = label;
  }

  /** The words for it in the portal. */
  public String label() {
    return label;
  }
}
