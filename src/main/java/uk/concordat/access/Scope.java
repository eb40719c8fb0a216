package uk.concordat.access;

/** How far a permission reaches, said from the side of the record. */
public enum Scope {
  /** Needs no record. */
  ANY("not limited"),
  /** Records that the caller started, or that are assigned to them. */
  OWN("own and assigned"),
  /** Records that are assigned to the caller. */
  ASSIGNED("assigned to them"),
  /** Records that the caller's team sent. */
  SENDING_TEAM("sent by own team"),
  /** Records that arrived at the caller's team. */
  RECEIVING_TEAM("received by own team"),
  /** Records that the caller's agency sent. */
  SENDER("sent by own agency"),
  /** Records that the caller's agency received. */
  RECIPIENT("received by own agency"),
  /** Records of a team that the caller leads. */
  LEAD("of a team they lead"),
  /** Records that a team sent that the caller leads. */
  SENDING_LEAD("sent by a team they lead"),
  /** Headers of records that the caller's agency sent or received. */
  HEADER("header only"),
  /** Records drawn as a quality sample. */
  DRAWN("drawn samples"),
  /** What concerns the caller's team, not a record. */
  TEAM("own team"),
  /** What concerns the caller's agency, not a record. */
  AGENCY("own agency"),
  /** Counts only. */
  STATISTICS("statistics only");

  private final String label;

  Scope(String label) {
    this.label = label;
  }

  /** The words for it in the portal. */
  public String label() {
    return label;
  }
}
