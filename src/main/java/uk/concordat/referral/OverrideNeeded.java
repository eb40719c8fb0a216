package uk.concordat.referral;

import java.util.List;
import uk.concordat.kernel.FieldError;

/** The person harmed did not agree, and nobody who may answers for sharing it all the same. */
public class OverrideNeeded extends GuardRefused {
  private static final long serialVersionUID = 1L;
  private final transient List<String> who;

  OverrideNeeded(List<String> who) {
    super("consent-override");
    this.who = List.copyOf(who);
  }

  /**
   * Who in the sender's agency can: {@code hate-crime-officer}, {@code nhs-safeguarding-lead},
   * {@code team-lead}, or {@code nobody}.
   */
  public List<FieldError> who() {
    return who.stream().map(one -> new FieldError("needs.wish", one)).toList();
  }
}
