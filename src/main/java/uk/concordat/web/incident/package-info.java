/** Pages of incidents. */
package uk.concordat.web.incident;
