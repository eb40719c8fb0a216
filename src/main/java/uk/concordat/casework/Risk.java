package uk.concordat.casework;

import java.util.List;
import java.util.Objects;

/**
 * The assessments of the risk, as far as the caller sees them.
 *
 * @param reference of the referral
 * @param version what a change must name
 * @param items newest first
 * @param rules by which a level is suggested today, in their order
 * @param reviewDue whether its day has come, or a red flag was raised since
 * @param safeguards whether the caller says and sees whether somebody is at risk (D15)
 * @param assesses whether the caller could assess it now
 */
public record Risk(
    String reference,
    String version,
    List<RiskAssessment> items,
    List<RiskRule> rules,
    boolean reviewDue,
    boolean safeguards,
    boolean assesses) {
  /** Copies the lists. */
  public Risk {
    items = List.copyOf(items);
    rules = List.copyOf(rules);
  }

  /**
   * What was said last of whether somebody is at risk: it stands until it is said otherwise. Null
   * where nothing was said, or where it is withheld.
   */
  public Safeguarding safeguarding() {
    return items.stream()
        .map(RiskAssessment::safeguarding)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }
}
