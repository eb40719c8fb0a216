package uk.concordat.referral;

import java.util.List;
import java.util.Map;
import java.util.Set;
import uk.concordat.agency.Agency;
import uk.concordat.codelist.CodeLists;

/**
 * What the portal offers to choose from.
 *
 * @param receivers agencies that the caller's agency may refer to
 * @param agencies all agencies by code
 * @param roleNames words for roles by code
 * @param regime data-protection regime of the caller's agency
 * @param drafted the compartments that the caller's role may fill in a draft
 */
public record ReferralOptions(
    Agency own,
    List<Agency> receivers,
    Map<String, Agency> agencies,
    Map<String, String> roleNames,
    CodeLists lists,
    String regime,
    Set<Compartment> drafted) {}
