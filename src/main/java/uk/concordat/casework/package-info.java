/** What the police keep of their work on a referral that they took on (ADR 23). */
package uk.concordat.casework;
