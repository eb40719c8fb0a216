/** Page beans of what the person harmed has to be told. */
package uk.concordat.web.victim;
