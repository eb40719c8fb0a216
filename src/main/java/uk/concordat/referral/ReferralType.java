package uk.concordat.referral;

import java.util.Arrays;
import java.util.Optional;
import uk.concordat.agency.AgencyKind;

/** Which kind of agency may refer to which, and what that is called. */
public enum ReferralType {
  COUNCIL_TO_POLICE(AgencyKind.COUNCIL, AgencyKind.POLICE),
  COUNCIL_TO_COUNCIL(AgencyKind.COUNCIL, AgencyKind.COUNCIL),
  NHS_TO_POLICE(AgencyKind.NHS, AgencyKind.POLICE),
  NHS_SAFEGUARDING(AgencyKind.NHS, AgencyKind.COUNCIL),
  TPRC_TO_POLICE(AgencyKind.THIRD_PARTY, AgencyKind.POLICE),
  POLICE_TO_CPS_REVIEW(AgencyKind.POLICE, AgencyKind.CPS),
  POLICE_TO_COUNCIL_SUPPORT(AgencyKind.POLICE, AgencyKind.COUNCIL),
  POLICE_TO_NHS_SUPPORT(AgencyKind.POLICE, AgencyKind.NHS),
  POLICE_TO_POLICE(AgencyKind.POLICE, AgencyKind.POLICE);

  private final AgencyKind from;
  private final AgencyKind to;

  ReferralType(AgencyKind from, AgencyKind to) {
    this.from = from;
    this.to = to;
  }

  /** The type of a referral between two kinds of agency; empty where there is none. */
  public static Optional<ReferralType> between(AgencyKind from, AgencyKind to) {
    return Arrays.stream(values()).filter(type -> type.from == from && type.to == to).findFirst();
  }
}
