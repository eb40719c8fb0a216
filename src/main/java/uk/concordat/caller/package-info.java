/** Who acts, for which agency, in which role: one caller per request. */
package uk.concordat.caller;
