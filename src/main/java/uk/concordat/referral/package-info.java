/** The referral: what one agency shares with another, and every move it makes. */
package uk.concordat.referral;
