/** What documents need of their surroundings: keys and the virus scanner, from configuration. */
package uk.concordat.platform.document;
