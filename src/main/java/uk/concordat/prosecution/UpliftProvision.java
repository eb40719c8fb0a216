package uk.concordat.prosecution;

import uk.concordat.kernel.Strand;

/**
 * By which provision a court makes a sentence heavier for hostility on a strand (domain.md 1.6).
 *
 * @param code for example {@code SA_2020_66}
 * @param label Act and section
 * @param inTheOffence whether an aggravated offence has that hostility in it already
 * @param inForce by the day of conviction
 */
public record UpliftProvision(
    String code, String label, Strand strand, boolean inTheOffence, InForce inForce) {}
