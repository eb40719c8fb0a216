/** What people see and do: the portal in a real browser, against the shared stack. */
package uk.concordat.browser;
