/** Pages that explain who may see and do what. */
package uk.concordat.web.access;
