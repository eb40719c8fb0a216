/** The agencies that take part, and their staff as known here. */
package uk.concordat.agency;
