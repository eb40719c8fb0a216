package uk.concordat.prosecution;

import uk.concordat.kernel.Strand;

/**
 * That hostility on a strand makes of a basic offence the aggravated one (Crime and Disorder Act
 * 1998 ss.28 to 32; domain.md 1.5).
 *
 * @param basic code of the basic offence
 * @param aggravated code of the aggravated one
 * @param inForce by the day of the offence
 */
record Aggravation(String basic, String aggravated, Strand strand, InForce inForce) {}
