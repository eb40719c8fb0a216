package uk.concordat.referral;

/**
 * A referral that belongs together with this one, which the reader sees too.
 *
 * @param relation what it is to this one
 */
public record RelatedReferral(Relation relation, String reference) {

  /** What a referral is to another. */
  public enum Relation {
    DUPLICATE_OF("This is a duplicate of"),
    DUPLICATED_BY("A duplicate of this is"),
    REDIRECTED_AS("It went on as"),
    REDIRECTED_FROM("It came on from");

    private final String label;

    Relation(String label) {
      this.label = label;
    }

    /** The words for it in the portal. */
    public String label() {
      return label;
    }
  }
}
