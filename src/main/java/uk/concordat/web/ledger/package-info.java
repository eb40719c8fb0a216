/** Pages on which people read the ledger, each as far as it is theirs. */
package uk.concordat.web.ledger;
