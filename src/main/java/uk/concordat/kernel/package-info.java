/** Value types that every room shares; they import nothing of ours and no framework. */
package uk.concordat.kernel;
