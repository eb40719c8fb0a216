/** Pages on the documents of a referral. */
package uk.concordat.web.document;
