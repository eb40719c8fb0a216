/** The file that the police submit to prosecutors, and what is decided on it (ADR 36, ADR 37). */
package uk.concordat.prosecution;
