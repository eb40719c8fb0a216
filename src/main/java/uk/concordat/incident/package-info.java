/** Community incidents: the record of the agency that holds them, apart from any referral. */
package uk.concordat.incident;
