package uk.concordat.kernel;

/**
 * What a person was targeted for: the five centrally monitored strands, a local one, or not known.
 * Several may hold at once.
 */
public enum Strand {
  DIS("Disability"),
  RAC("Race"),
  REL("Religion or belief"),
  SO("Sexual orientation"),
  TG("Transgender identity"),
  OTH("Something else"),
  UNK("Not known");

  private final String label;

  Strand(String label) {
    this.label = label;
  }

  /** The words for it in the portal. */
  public String label() {
    return label;
  }
}
