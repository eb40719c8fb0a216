/**
 * What somebody does with the lists that they work through: moves that they make of many referrals
 * at once, and lists that they keep as filters.
 */
package uk.concordat.queue;
