/**
 * The wiring: security, persistence, migrations, configuration, health, headers. Vendors stop here.
 */
package uk.concordat.platform;
