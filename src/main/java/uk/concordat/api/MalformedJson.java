package uk.concordat.api;

/** The body is no JSON. */
class MalformedJson extends RuntimeException {
  private static final long serialVersionUID = 1L;
}
