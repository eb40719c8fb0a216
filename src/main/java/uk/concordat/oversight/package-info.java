/** Checking on the ledger: what its tree proves, who has witnessed it, and reading it. */
package uk.concordat.oversight;
