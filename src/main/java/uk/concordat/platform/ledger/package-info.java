/** The ledger's keys and the clock that drives its sequencer. */
package uk.concordat.platform.ledger;
