/** Looks at time limits for as long as the portal runs. */
package uk.concordat.platform.deadline;
