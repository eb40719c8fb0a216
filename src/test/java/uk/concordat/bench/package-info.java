/** Measurements of the running product; they print figures and assert that there are some. */
package uk.concordat.bench;
