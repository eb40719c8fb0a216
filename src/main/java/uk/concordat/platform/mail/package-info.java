/** Sends mail for as long as the portal runs. */
package uk.concordat.platform.mail;
