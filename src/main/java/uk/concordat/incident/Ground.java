package uk.concordat.incident;

import uk.concordat.access.DataClass;

/** What two incidents have in common. */
public enum Ground {
  PERSON("The same person harmed", DataClass.D2),
  PLACE("The same place", DataClass.D5),
  SUSPECT("The same suspect", DataClass.D6);

  private final String label;
  private final DataClass dataClass;

  Ground(String label, DataClass dataClass) {
    this.label = label;
    this.dataClass = dataClass;
  }

  /** The words for it in the portal. */
  public String label() {
    return label;
  }

  /** The class that shows it. */
  DataClass dataClass() {
    return dataClass;
  }
}
