/**
 * The few tags that need Java; all others are files in WEB-INF/tags. They know Faces and nothing of
 * ours.
 */
package uk.concordat.web.tags;
