package uk.concordat.court;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * What somebody was sentenced to; what is missing is null.
 *
 * @param passed in words
 * @param beforeUplift what it would have been without the aggravation, in words; null where the
 *     court did not say
 * @param endorsed whether the record of the hearing says what the court said of hostility
 */
public record Sentence(
    LocalDate on,
    Kind kind,
    String passed,
    String beforeUplift,
    Boolean endorsed,
    Set<CourtOrder> orders) {
  /** Puts the orders in order; what is blank was not said. */
  public Sentence {
    orders = new TreeSet<>(orders);
    beforeUplift = beforeUplift == null || beforeUplift.isBlank() ? null : beforeUplift;
  }

  /** What kind of sentence it is. */
  public enum Kind {
    ABSOLUTE_DISCHARGE("Absolute discharge"),
    CONDITIONAL_DISCHARGE("Conditional discharge"),
    FINE("Fine"),
    COMMUNITY_ORDER("Community order"),
    SUSPENDED("Suspended sentence"),
    CUSTODY("Custody"),
    REFERRAL_ORDER("Referral order"),
    YOUTH_REHABILITATION_ORDER("Youth rehabilitation order"),
    DETENTION_AND_TRAINING("Detention and training order"),
    HOSPITAL_ORDER("Hospital order"),
    OTHER("Another sentence");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    /** The words for it in the portal. */
    public String label() {
      return label;
    }

    /** Whether whoever is under 18, or is not, can be sentenced to it (Sentencing Act 2020). */
    boolean fits(boolean youth) {
      return !(youth
              ? EnumSet.of(COMMUNITY_ORDER, SUSPENDED)
              : EnumSet.of(REFERRAL_ORDER, YOUTH_REHABILITATION_ORDER, DETENTION_AND_TRAINING))
          .contains(this);
    }
  }
}
