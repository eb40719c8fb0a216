/** Pages: beans that ask a service and say what to show; no rule lives here. */
package uk.concordat.web;
