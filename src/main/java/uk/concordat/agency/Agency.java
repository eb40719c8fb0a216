package uk.concordat.agency;

/**
 * An agency.
 *
 * @param code stable code, such as {@code HERTS-POLICE}
 * @param name as readers know it
 * @param kind what sort of body it is
 * @param regime data-protection regime of its processing here: {@code DPA_PART_3} or {@code
 *     UK_GDPR}
 * @param unit the unit that receives referrals, as readers know it
 * @param receivingTeam code of its team; null where the agency receives none
 */
public record Agency(
    String code, String name, AgencyKind kind, String regime, String unit, String receivingTeam) {}
