/** Page beans of what the police keep of their work on a referral. */
package uk.concordat.web.casework;
