/** What only the running product shows: HTTP against the shared stack, plain JUnit. */
package uk.concordat.it;
