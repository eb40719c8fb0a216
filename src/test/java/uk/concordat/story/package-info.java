/**
 * The story cases that the product was built for, told by the demo accounts: each ends with the
 * rule it proves. Those that go through the portal with a browser stand in {@code browser}.
 */
package uk.concordat.story;
