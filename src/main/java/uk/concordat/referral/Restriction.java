package uk.concordat.referral;

import java.util.List;
import uk.concordat.agency.StaffMember;

/**
 * The people for whom a referral is there, as far as the caller's agency names them.
 *
 * @param restricted whether it is for named people only
 * @param named user names of colleagues who are named, other than those who always are: the caller,
 *     whoever started it and whoever works on it
 * @param candidates colleagues who could be named, by name
 */
public record Restriction(
    String reference, boolean restricted, List<String> named, List<StaffMember> candidates) {}
