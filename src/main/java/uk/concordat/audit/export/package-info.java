/**
 * The ledger outside the portal: a month of it as a file, and the walk that checks entries against
 * the tree. The witness runs it too: nothing but JSON beside the JDK.
 */
package uk.concordat.audit.export;
