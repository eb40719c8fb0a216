package uk.concordat.court;

import java.util.EnumSet;

/**
 * How the case against somebody ended (domain.md 3.3). Administrative ones are kept apart: they are
 * neither a conviction nor a non-conviction.
 */
public enum Finalisation {
  GUILTY_PLEA("Convicted: guilty plea", Group.CONVICTION),
  CONVICTED_AFTER_TRIAL("Convicted after trial", Group.CONVICTION),
  PROVED_IN_ABSENCE("Convicted: proved in absence", Group.CONVICTION),
  DISCONTINUED("Dropped: discontinued", Group.NON_CONVICTION),
  WITHDRAWN("Dropped: withdrawn", Group.NON_CONVICTION),
  NO_EVIDENCE_OFFERED("Dropped: no evidence was offered", Group.NON_CONVICTION),
  DISMISSED_NO_CASE("Dismissed: no case to answer", Group.NON_CONVICTION),
  DISMISSED_AFTER_TRIAL("Dismissed after trial", Group.NON_CONVICTION),
  JUDGE_DIRECTED_ACQUITTAL("Acquitted at the judge’s direction", Group.NON_CONVICTION),
  JURY_ACQUITTAL("Acquitted by the jury", Group.NON_CONVICTION),
  DISCHARGED("Discharged", Group.NON_CONVICTION),
  WARRANT_OUTSTANDING("Administrative: a warrant is outstanding", Group.ADMINISTRATIVE),
  UNFIT("Administrative: unfit", Group.ADMINISTRATIVE),
  DIED("Administrative: the defendant died", Group.ADMINISTRATIVE);

  /** Where it counts. */
  public enum Group {
    CONVICTION,
    NON_CONVICTION,
    ADMINISTRATIVE
  }

  private final String label;
  private final Group group;

  Finalisation(String label, Group group) {
    this.label = label;
    this.group = group;
  }

  /** The words for it in the portal. */
  public String label() {
    return label;
  }

  /** Where it counts. */
  public Group group() {
    return group;
  }

  /** Whether it is a conviction. */
  public boolean convicts() {
    return group == Group.CONVICTION;
  }

  /** Whether prosecutors stopped the case, not the court. */
  public boolean stops() {
    return EnumSet.of(DISCONTINUED, WITHDRAWN, NO_EVIDENCE_OFFERED).contains(this);
  }

  /** Whether the court acquitted. */
  boolean acquits() {
    return EnumSet.of(
            DISMISSED_NO_CASE, DISMISSED_AFTER_TRIAL, JUDGE_DIRECTED_ACQUITTAL, JURY_ACQUITTAL)
        .contains(this);
  }
}
