/**
 * The REST door: reads what a program sent, calls the services, renders what they answer. No rule
 * of the field lives here.
 */
package uk.concordat.api;
