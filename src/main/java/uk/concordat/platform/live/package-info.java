/** Tells open lists that something in them has changed, on whichever node it was changed. */
package uk.concordat.platform.live;
