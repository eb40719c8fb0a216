/** What people are told of. */
package uk.concordat.web.notice;
