package uk.concordat.prosecution;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Where the review of one defendant stands (domain.md 7.2). */
public enum ReviewState {
  PREPARING("Being put together", true),
  REFERRED("Submitted", false),
  INADEQUATE("Back with the police: the file is not complete", true),
  TRIAGED("Taken in", false),
  UNDER_REVIEW("Being reviewed", false),
  EARLY_ADVICE("Early advice given", true),
  ACTION_PLAN("Action plan", true),
  PENDING("Back with the police: further investigation", true),
  RESUBMITTED("Submitted again", false),
  CHARGE_AUTHORISED("Charge authorised", false),
  NFA("No further action", false),
  OUT_OF_COURT("Out of court disposal", false),
  ADMIN_FINALISED("Closed without a legal decision", false),
  VRR_REQUESTED("The victim asked for a review", false),
  UPHELD("The decision stands", false),
  OVERTURNED("The decision was overturned", false),
  PROSECUTION("Before the court", false),
  FINALISED("The case is over", false);

  private final String label;
  private final boolean withPolice;

  ReviewState(String label, boolean withPolice) {
    this.label = label;
    this.withPolice = withPolice;
  }

  /** The words for it in the portal. */
  public String label() {
    return label;
  }

  /** Whether the police write that somebody's part of the file now. */
  public boolean withPolice() {
    return withPolice;
  }

  static Set<ReviewState> police() {
    return Arrays.stream(values())
        .filter(ReviewState::withPolice)
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(ReviewState.class)));
  }
}
