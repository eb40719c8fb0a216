/** Persistence context, caller binding and migrations. */
package uk.concordat.platform.database;
