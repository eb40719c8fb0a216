/** Documents: what a file is, what makes it safe to keep, and how it is kept. */
package uk.concordat.document;
