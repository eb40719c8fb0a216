/** Breaking the glass in the portal, its end and its review. */
package uk.concordat.web.glass;
