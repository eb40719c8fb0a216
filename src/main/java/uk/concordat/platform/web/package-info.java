/** Headers, cross-site checks, health and documents that the container serves. */
package uk.concordat.platform.web;
