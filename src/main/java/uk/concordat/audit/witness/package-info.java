/**
 * The program that an agency runs on a machine of its own to check the ledger without trusting its
 * host. No framework: it is built as a jar of its own beside the portal.
 */
package uk.concordat.audit.witness;
