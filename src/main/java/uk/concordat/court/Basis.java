package uk.concordat.court;

/**
 * On which facts somebody who pleaded guilty is sentenced; what is missing is null.
 *
 * @param hostility whether hostility is in it
 * @param authorisedBy who let the prosecution accept it
 * @param consulted whether the victim was consulted before
 */
public record Basis(Kind kind, Boolean hostility, String authorisedBy, Boolean consulted) {
  /** What is blank was not said. */
  public Basis {
    authorisedBy = authorisedBy == null || authorisedBy.isBlank() ? null : authorisedBy;
  }

  /** How the facts were settled. */
  public enum Kind {
    FULL_FACTS("The full facts"),
    ACCEPTED("A basis of plea that was accepted"),
    NEWTON("Settled by a Newton hearing");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    /** The words for it in the portal. */
    public String label() {
      return label;
    }
  }

  /** Whether the prosecution accepted that hostility is left out. */
  boolean leavesHostilityOut() {
    return kind == Kind.ACCEPTED && Boolean.FALSE.equals(hostility);
  }
}
