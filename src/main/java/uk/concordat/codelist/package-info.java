/** Dated reference data: pick lists, service levels and bank holidays, never rules in code. */
package uk.concordat.codelist;
