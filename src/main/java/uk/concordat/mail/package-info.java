/** Notices by e-mail: that something waits, to whoever could read it now, and nothing else. */
package uk.concordat.mail;
