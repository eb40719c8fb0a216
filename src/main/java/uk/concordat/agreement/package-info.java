/** Agreements between two agencies on what may flow, why, and until when they are reviewed. */
package uk.concordat.agreement;
