/** The pages of what the court makes of a file: hearings and results. */
package uk.concordat.web.court;
