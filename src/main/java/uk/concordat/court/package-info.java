/** What the court makes of a prosecution: hearings, and results by defendant (ADR 41). */
package uk.concordat.court;
