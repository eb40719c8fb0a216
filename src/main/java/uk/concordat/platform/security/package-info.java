/** Who you are: OpenID Connect for pages, bearer tokens for the API. */
package uk.concordat.platform.security;
