/** The gate: who may do what to which record, and why. */
package uk.concordat.access;
