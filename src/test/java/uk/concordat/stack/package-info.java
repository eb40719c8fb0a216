/**
 * Starts and stops the real PostgreSQL, Keycloak and Payara for {@code mvn -Prun} and the tests.
 */
package uk.concordat.stack;
