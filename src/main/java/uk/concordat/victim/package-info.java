/** What the person harmed has to be told, by whom and by when, under the Victims' Code (ADR 38). */
package uk.concordat.victim;
