/** The pages of a referral: questions, check, the record, inbox and decisions. */
package uk.concordat.web.referral;
