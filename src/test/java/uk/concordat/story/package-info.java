/**
 * The story cases that the product was built for, told by the demo accounts: each ends with the
 * rule it proves.
 */
package uk.concordat.story;
