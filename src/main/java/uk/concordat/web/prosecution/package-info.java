/** Page beans of the file for prosecutors, and of what is decided on it. */
package uk.concordat.web.prosecution;
