/** Pages on sharing agreements, for information governance. */
package uk.concordat.web.agreement;
