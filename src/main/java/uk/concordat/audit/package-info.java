/** The ledger: the six operations of DPA 2018 section 62, refused ones too. */
package uk.concordat.audit;
