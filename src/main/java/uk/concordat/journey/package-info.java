/** A case from its first report on: its stages, which agency each took, and how long it waited. */
package uk.concordat.journey;
