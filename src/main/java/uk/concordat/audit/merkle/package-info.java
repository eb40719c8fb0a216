/**
 * Merkle trees after RFC 6962 and RFC 9162: hashing, proofs and compact ranges. Pure Java without a
 * dependency, because the witness runs it too.
 */
package uk.concordat.audit.merkle;
